// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QPersistentModelIndex>
#include <QTreeView>

namespace ui {

class DeliveryDelegate;
class ShownDeliveries;

/// The list of received webhooks, the newest first. While the user has scrolled down, new rows
/// above do not move what is shown.
class DeliveryTable : public QTreeView
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DeliveryTable)

public:
    /// `deliveries` is not owned.
    explicit DeliveryTable(ShownDeliveries *deliveries, QWidget *parent = nullptr);

    /// Return and apply the column layout, as in saveHeader() and restoreHeader().
    QByteArray headerState() const;
    void restoreHeaderState(const QByteArray &state);
    /// Sets the words to mark in texts.
    void setHighlights(const QStringList &words);
    /// Returns how many rows came above while the user had scrolled down.
    int unseen() const { return m_unseen; }

signals:
    /// A column was resized or moved.
    void layoutEdited();
    /// The user scrolled to the last row.
    void endReached();
    void unseenChanged();

protected:
    void rowsAboutToBeRemoved(const QModelIndex &parent, int start, int end) override;

private:
    void setUpColumns();
    void rememberTop(int firstNew);
    void restoreTop(int firstNew, int lastNew);
    void handleScroll(int value);

    ShownDeliveries *m_deliveries;
    DeliveryDelegate *m_delegate;
    QPersistentModelIndex m_top; ///< The first row that is shown, while rows are inserted above.
    int m_unseen = 0;
};

} // namespace ui
