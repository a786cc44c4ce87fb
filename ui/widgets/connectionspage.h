// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/client/hubfeed.h"

#include <QPointer>
#include <QWidget>

class QLabel;
class QMenu;
class QPushButton;
class QToolButton;
class QTreeView;

namespace ui {

class DisconnectQuestion;
class Disconnector;
class FilterLine;
class HubApi;
class Session;

/// Shows the live connections of the hub: their number, the peak, and a list grouped by topic or by
/// user. Disconnects those that are selected.
class ConnectionsPage : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ConnectionsPage)

public:
    /// `session` is not owned.
    explicit ConnectionsPage(Session *session, QWidget *parent = nullptr);

    /// Sets the hub to act on; null = none. Not owned.
    void setApi(HubApi *api);
    QTreeView *tree() { return m_tree; }
    FilterLine *filter() { return m_filter; }

    /// Return and apply the column layout, as in saveHeader() and restoreHeader().
    QByteArray headerState() const;
    void restoreHeaderState(const QByteArray &state);

    /// Says that only an admin sees and disconnects connections, or not.
    void setMayList(bool may);

signals:
    /// A column was resized or moved.
    void layoutEdited();
    /// Something was done, in words for people.
    void told(const QString &text);

private:
    void setUpTree();
    void setUpTop();
    void connectParts();
    void applyFilter();
    void expandGroups();
    void refresh();
    void refreshButton();
    void passSecond();
    void handleLink();
    QString figures() const;
    QList<ConnectionInfo> selected() const;
    QString whyNot(const QList<ConnectionInfo> &connections) const;
    void ask(const QList<ConnectionInfo> &connections);
    void showMenu(const QPoint &position);
    void addFilterEntries(QMenu &menu, const ConnectionInfo &connection);

    Session *m_session;
    QLabel *m_figures;
    QTreeView *m_tree;
    FilterLine *m_filter;
    QToolButton *m_byTopic;
    QToolButton *m_byUser;
    QPushButton *m_disconnect;
    Disconnector *m_disconnector;
    QPointer<DisconnectQuestion> m_question;
    bool m_mayList = true;
};

} // namespace ui
