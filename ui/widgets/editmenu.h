// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QMenu>

namespace ui {

class JobsPage;
class LogPage;
class Session;

/// The menu Edit. Its entries act on the widget that has the focus.
class EditMenu : public QMenu
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(EditMenu)

public:
    /// The menu owns none of the arguments. `window` is its parent: the window or its menu bar.
    EditMenu(const Session *session, JobsPage *jobs, LogPage *log, QWidget *window);

signals:
    /// A sentence for the status bar.
    void told(const QString &text);

private:
    void copy();
    void copyJson();
    void selectAll();
    void refresh();

    const Session *m_session;
    JobsPage *m_jobs;
    LogPage *m_log;
    QAction *m_copyJson;
};

} // namespace ui
