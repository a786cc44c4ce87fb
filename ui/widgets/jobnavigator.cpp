// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/jobnavigator.h"

#include "ui/models/jobstatus.h"
#include "ui/models/jobwords.h"
#include "ui/models/session.h"
#include "ui/widgets/joblist.h"
#include "ui/widgets/jobspage.h"

#include <QInputDialog>

namespace ui {

JobNavigator::JobNavigator(Session *session, JobsPage *jobs, QWidget *window)
    : QObject(window)
    , m_session(session)
    , m_jobs(jobs)
    , m_window(window)
{ }

void JobNavigator::goTo(const QByteArray &id)
{
    if (m_session->jobs().find(id) < 0) {
        emit lookUpWanted(displayText(id));
        return;
    }
    if (!m_jobs->table()->selectJob(id)) {
        m_jobs->clearFilter();
        m_jobs->table()->selectJob(id);
    }
    emit arrived();
}

void JobNavigator::ask()
{
    auto *dialog = new QInputDialog(m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("Go to job"));
    dialog->setLabelText(tr("Job id, or its beginning:"));
    connect(dialog, &QInputDialog::textValueSelected, this, &JobNavigator::find);
    dialog->open();
}

void JobNavigator::find(const QString &beginning)
{
    const QString id = beginning.trimmed();
    if (id.isEmpty())
        return;
    for (int row = 0; row < m_session->jobs().count(); ++row) {
        if (m_session->jobs().at(row).id.startsWith(id)) {
            goTo(m_session->jobs().at(row).job.id);
            return;
        }
    }
    emit lookUpWanted(id);
}

void JobNavigator::goToNext(int step, bool (*wanted)(const JobRow &), const QString &none)
{
    SortedJobs &view = *m_session->sortedJobs();
    const int count = view.rowCount();
    const QModelIndex current = m_jobs->table()->currentIndex();
    int row = current.isValid() ? current.row() : (step > 0 ? -1 : count);
    for (row += step; row >= 0 && row < count; row += step) {
        const JobRow &candidate = m_session->jobs().at(view.sourceRow(row));
        if (wanted(candidate)) {
            m_jobs->table()->selectJob(candidate.job.id);
            return;
        }
    }
    emit told(none);
}

void JobNavigator::goToFailure(int step)
{
    goToNext(
        step, [](const JobRow &row) { return isFailure(row.job.status); },
        step > 0 ? tr("No failure below") : tr("No failure above"));
}

void JobNavigator::goToStalled(int step)
{
    goToNext(
        step, [](const JobRow &row) { return row.stalled; },
        step > 0 ? tr("No stalled job below") : tr("No stalled job above"));
}

} // namespace ui
