// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/client/rights.h"

#include <QMenu>

namespace ui {

class JobNavigator;
class JobsPage;
class Session;

/// The menu Jobs. Its entries for one job act on the selected job and are also in the context menu
/// of the list.
class JobsMenu : public QMenu
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(JobsMenu)

public:
    /// The menu owns none of the arguments. `window` is its parent: the window or its menu bar.
    JobsMenu(Session *session, JobsPage *jobs, JobNavigator *navigator, QWidget *window);

    /// Disables what the hub would refuse, and says why in tooltips.
    void setRights(const Rights &rights);
    /// Adds an entry for the selected job, here and in the context menu of the list. The caller
    /// owns the action.
    void addJobAction(QAction *action);
    /// Returns why the hub refuses events of this user; empty if it takes them.
    static QString publishProblem(const Rights &rights);

signals:
    /// The user wants to see only the jobs that failed.
    void failuresWanted();
    /// The user wants to cancel this job. The receiver asks for a confirmation.
    void cancelWanted(const QByteArray &id);
    void testJobWanted();
    /// A sentence for the status bar.
    void told(const QString &text);

private:
    template<typename... Arguments>
    QAction *add(const char *id, const Arguments &...arguments);
    void addMoves(JobNavigator *navigator);
    void addJobActions();
    void refresh();
    void copyId();
    void pin();
    void exportJobs();
    void exportTo(const QString &path);

    Session *m_session;
    JobsPage *m_jobs;
    QAction *m_copyId;
    QAction *m_pin;
    QAction *m_cancel;
    QAction *m_testJob;
    Rights m_rights;
};

} // namespace ui
