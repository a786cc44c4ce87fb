// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/jobsmenu.h"

#include "ui/models/jobwords.h"
#include "ui/models/session.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/joblist.h"
#include "ui/widgets/jobnavigator.h"
#include "ui/widgets/jobspage.h"

#include <QClipboard>
#include <QGuiApplication>

namespace ui {

JobsMenu::JobsMenu(Session *session, JobsPage *jobs, JobNavigator *navigator, QWidget *window)
    : QMenu(tr("&Jobs"), window)
    , m_session(session)
    , m_jobs(jobs)
{
    setToolTipsVisible(true); // they say why something is not allowed
    addMoves(navigator);
    addSeparator();
    addJobActions();
    addSeparator();
    m_testJob = addAction(tr("Send a &test job"), this, &JobsMenu::testJobWanted);
}

void JobsMenu::addMoves(JobNavigator *navigator)
{
    addAction(tr("&Go to job…"), QKeySequence(Qt::CTRL | Qt::Key_G), navigator, &JobNavigator::ask);
    addAction(tr("Show &failures"), this, &JobsMenu::failuresWanted);
    addAction(tr("&Next failure"), QKeySequence(Qt::Key_F8), navigator,
              [navigator] { navigator->goToFailure(1); });
    addAction(tr("&Previous failure"), QKeySequence(Qt::SHIFT | Qt::Key_F8), navigator,
              [navigator] { navigator->goToFailure(-1); });
    addAction(tr("Next s&talled job"), QKeySequence(Qt::Key_F7), navigator,
              [navigator] { navigator->goToStalled(1); });
    addAction(tr("Previous stalle&d job"), QKeySequence(Qt::SHIFT | Qt::Key_F7), navigator,
              [navigator] { navigator->goToStalled(-1); });
    addAction(tr("&Sort now"), this, [this] { m_session->sortedJobs()->resort(); });
}

void JobsMenu::addJobActions()
{
    m_copyId = addAction(tr("&Copy job id"), QKeySequence(Qt::CTRL | Qt::ALT | Qt::Key_C), this,
                         &JobsMenu::copyId);
    m_copyId->setIcon(actionIcon(QStringLiteral("action/copy")));
    m_cancel = addAction(tr("C&ancel job…"), this,
                         [this] { emit cancelWanted(m_jobs->table()->currentJob()); });
    m_cancel->setIcon(actionIcon(QStringLiteral("action/cancel")));
    m_cancel->setEnabled(false);
    connect(this, &QMenu::aboutToShow, this, &JobsMenu::refresh);
    connect(m_jobs->table(), &JobList::jobSelected, this, &JobsMenu::refresh);
    connect(m_session, &Session::secondPassed, this, &JobsMenu::refresh);
    m_jobs->table()->addActions({m_copyId, m_cancel});
}

void JobsMenu::refresh()
{
    const int row = m_session->jobs().find(m_jobs->table()->currentJob());
    m_copyId->setEnabled(row >= 0);
    m_cancel->setEnabled(row >= 0 && m_rights.publish
                         && !isTerminal(m_session->jobs().at(row).job.status));
}

QString JobsMenu::publishProblem(const Rights &rights)
{
    return rights.publish ? QString() : tr("The token has no right to publish");
}

void JobsMenu::setRights(const Rights &rights)
{
    m_rights = rights;
    const QString why = publishProblem(rights);
    m_cancel->setToolTip(why);
    m_testJob->setEnabled(rights.publish && rights.anyJob);
    m_testJob->setToolTip(
        rights.publish && !rights.anyJob ? tr("The token allows only jobs with certain ids") : why);
    refresh();
}

void JobsMenu::copyId()
{
    if (const QByteArray id = m_jobs->table()->currentJob(); !id.isEmpty())
        QGuiApplication::clipboard()->setText(displayText(id));
}

} // namespace ui
