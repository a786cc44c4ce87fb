// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>

class QLabel;
class QTreeView;

namespace ui {

class Session;

/// Shows the live connections of the hub: their number, the peak, and a list grouped by topic.
class ConnectionsPage : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ConnectionsPage)

public:
    /// `session` is not owned.
    explicit ConnectionsPage(Session *session, QWidget *parent = nullptr);

    /// Return and apply the column layout, as in saveHeader() and restoreHeader().
    QByteArray headerState() const;
    void restoreHeaderState(const QByteArray &state);

    /// Says that only an admin sees the connections, or not.
    void setMayList(bool may);

signals:
    /// A column was resized or moved.
    void layoutEdited();

private:
    void setUpTree();
    void refresh();
    void passSecond();

    Session *m_session;
    QLabel *m_figures;
    QTreeView *m_tree;
    bool m_mayList = true;
};

} // namespace ui
