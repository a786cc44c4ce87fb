// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/models/logcolumns.h"

#include <QHeaderView>

namespace ui {

/// The titles of the event log. The operator moves, resizes and hides columns here. The message
/// takes the room that the other columns leave.
class LogHeader : public QHeaderView
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(LogHeader)

public:
    explicit LogHeader(QWidget *parent);

    /// Gives the message the rest of `width`, in device-independent pixels, but never less than a
    /// readable minimum. Then all columns together are wider than `width`.
    void fit(int width);
    bool isShown(LogColumn column) const { return !isSectionHidden(static_cast<int>(column)); }
    /// Returns the area of a column in a row of the log. Empty for a hidden column.
    QRect cell(LogColumn column, const QRect &row) const;
    /// Returns the visible columns from left to right.
    QList<LogColumn> shown() const;
    /// Returns the column at a horizontal position of the log; LogColumn::Message beside all.
    LogColumn columnAt(int x) const;
    /// Returns an action for each column that can be hidden. Checked = visible. Owned by this.
    QList<QAction *> columnActions() const { return m_actions; }

    QByteArray headerState() const;
    /// Applies the text of headerState(). Ignores a wrong text.
    void restoreHeaderState(const QByteArray &state);

    /// Sets the usual widths for the font of this widget.
    void measure();

signals:
    /// The operator changed a column.
    void layoutEdited();
    /// A column has another place or width.
    void arranged();

protected:
    void contextMenuEvent(QContextMenuEvent *event) override;

private:
    int usualWidth(LogColumn column) const;
    void handleResize(int section);
    void checkActions();

    QList<QAction *> m_actions;
    int m_room = 0; ///< The width of the last fit().
    bool m_fitting = false;
};

} // namespace ui
