// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>

class QWidget;

namespace ui {

class JobsPage;
struct JobRow;
class Session;

/// Moves the selection of the jobs page: to a certain job, to the next failure, to the next stalled
/// job.
class JobNavigator : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(JobNavigator)

public:
    /// The navigator owns none of the arguments. `window` is the parent of its dialogs and of
    /// itself.
    JobNavigator(Session *session, JobsPage *jobs, QWidget *window);

    /// Selects a job. Clears the filter if it hides the job. Emits lookUpWanted() if the list does
    /// not have the job.
    void goTo(const QByteArray &id);
    /// Asks for the id of a job, or its beginning, and goes to that job.
    void ask();
    /// Selects the next job below (`step` 1) or above (-1) that failed. Tells if there is none.
    void goToFailure(int step);
    /// Does the same for the next stalled job.
    void goToStalled(int step);

signals:
    /// goTo() selected a job, and its details are wanted.
    void arrived();
    /// The list does not have this job. `id` is an id or its beginning.
    void lookUpWanted(const QString &id);
    /// A sentence for the status bar.
    void told(const QString &text);

private:
    void goToNext(int step, bool (*wanted)(const JobRow &), const QString &none);
    void find(const QString &beginning);

    Session *m_session;
    JobsPage *m_jobs;
    QWidget *m_window;
};

} // namespace ui
