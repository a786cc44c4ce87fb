// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/jobsmenu.h"

#include "ui/models/jobexport.h"
#include "ui/models/jobwords.h"
#include "ui/models/session.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/joblist.h"
#include "ui/widgets/jobnavigator.h"
#include "ui/widgets/jobspage.h"

#include <QClipboard>
#include <QFileDialog>
#include <QGuiApplication>

namespace ui {

/// Adds an entry with the arguments of QMenu::addAction(). ActionKeys stores its key under `id`.
template<typename... Arguments>
QAction *JobsMenu::add(const char *id, const Arguments &...arguments)
{
    QAction *action = addAction(arguments...);
    action->setObjectName(QLatin1String(id));
    return action;
}

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
    add("jobs.export", tr("&Export shown jobs…"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_E),
        this, &JobsMenu::exportJobs);
    m_testJob = add("jobs.test", tr("Send a test &job"), this, &JobsMenu::testJobWanted);
}

void JobsMenu::addMoves(JobNavigator *navigator)
{
    add("jobs.go-to", tr("&Go to job…"), QKeySequence(Qt::CTRL | Qt::Key_G), navigator,
        &JobNavigator::ask);
    add("jobs.failures", tr("Show &failures"), this, &JobsMenu::failuresWanted);
    add("jobs.next-failure", tr("&Next failure"), QKeySequence(Qt::Key_F8), navigator,
        [navigator] { navigator->goToFailure(1); });
    add("jobs.previous-failure", tr("&Previous failure"), QKeySequence(Qt::SHIFT | Qt::Key_F8),
        navigator, [navigator] { navigator->goToFailure(-1); });
    add("jobs.next-stalled", tr("Next s&talled job"), QKeySequence(Qt::Key_F7), navigator,
        [navigator] { navigator->goToStalled(1); });
    add("jobs.previous-stalled", tr("Previous stalle&d job"), QKeySequence(Qt::SHIFT | Qt::Key_F7),
        navigator, [navigator] { navigator->goToStalled(-1); });
    m_jobs->table()->sortAction()->setObjectName(QStringLiteral("jobs.sort"));
    addAction(m_jobs->table()->sortAction());
}

void JobsMenu::addJobActions()
{
    m_copyId = add("jobs.copy-id", tr("&Copy job id"), QKeySequence(Qt::CTRL | Qt::ALT | Qt::Key_C),
                   this, &JobsMenu::copyId);
    m_copyId->setIcon(actionIcon(QStringLiteral("action/copy")));
    m_pin = add("jobs.pin", tr("P&in to the top"), QKeySequence(Qt::Key_P), this, &JobsMenu::pin);
    m_pin->setCheckable(true);
    m_pin->setShortcutContext(Qt::WidgetShortcut); // a bare letter acts only in the list
    m_cancel = add("jobs.cancel", tr("C&ancel job…"), this,
                   [this] { emit cancelWanted(m_jobs->table()->currentJob()); });
    m_cancel->setIcon(actionIcon(QStringLiteral("action/cancel")));
    m_cancel->setEnabled(false);
    connect(this, &QMenu::aboutToShow, this, &JobsMenu::refresh);
    connect(m_jobs->table(), &JobList::jobSelected, this, &JobsMenu::refresh);
    connect(m_session, &Session::secondPassed, this, &JobsMenu::refresh);
    m_jobs->table()->addActions({m_copyId, m_pin, m_cancel});
}

void JobsMenu::addJobAction(QAction *action)
{
    insertAction(m_copyId, action);
    m_jobs->table()->insertAction(m_copyId, action);
}

void JobsMenu::refresh()
{
    const int row = m_session->jobs().find(m_jobs->table()->currentJob());
    const bool ended = row >= 0 && isTerminal(m_session->jobs().at(row).job.status);
    m_copyId->setEnabled(row >= 0);
    m_copyId->setToolTip(row >= 0 ? QString() : tr("No job is selected"));
    m_pin->setEnabled(row >= 0);
    m_pin->setChecked(row >= 0 && m_session->jobs().at(row).pinned);
    m_pin->setToolTip(row >= 0 ? QString() : tr("No job is selected"));
    m_cancel->setEnabled(row >= 0 && m_rights.publish && !ended);
    const QString why = publishProblem(m_rights);
    m_cancel->setToolTip(!why.isEmpty() ? why
                         : row < 0      ? tr("No job is selected")
                         : ended        ? tr("The job has ended")
                                        : QString());
}

QString JobsMenu::publishProblem(const Rights &rights)
{
    return rights.publish ? QString() : tr("The token has no right to publish");
}

void JobsMenu::setRights(const Rights &rights)
{
    m_rights = rights;
    const QString why = publishProblem(rights);
    m_testJob->setEnabled(rights.publish && rights.anyJob);
    m_testJob->setToolTip(
        rights.publish && !rights.anyJob ? tr("The token allows only jobs with certain ids") : why);
    refresh();
}

/// Asks for a file and writes the jobs that the list shows now, in its order.
void JobsMenu::exportJobs()
{
    auto *dialog =
        new QFileDialog(parentWidget()->window(), tr("Export shown jobs"), {},
                        tr("Table (*.csv)") + QStringLiteral(";;") + tr("JSON lines (*.jsonl)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("csv"));
    dialog->selectFile(QStringLiteral("heliograph-jobs.csv"));
    connect(dialog, &QFileDialog::filterSelected, dialog, [dialog](const QString &filter) {
        dialog->setDefaultSuffix(filter.contains(QLatin1String("jsonl")) ? QStringLiteral("jsonl")
                                                                         : QStringLiteral("csv"));
    });
    connect(dialog, &QFileDialog::fileSelected, this, &JobsMenu::exportTo);
    dialog->open();
}

void JobsMenu::exportTo(const QString &path)
{
    const bool isCsv = path.endsWith(QLatin1String(".csv"), Qt::CaseInsensitive);
    auto *file =
        new JobFile(*m_session->sortedJobs(), isCsv ? JobFormat::Csv : JobFormat::JsonLines,
                    m_session->appliedId(), this);
    connect(file, &JobFile::finished, this, [this](const QString &name, qint64 count) {
        emit told(tr("%1 jobs were saved to %2.").arg(formatCount(count), name));
    });
    connect(file, &JobFile::failed, this, [this, path](const QString &reason) {
        emit told(tr("%1 was not saved: %2").arg(path, reason));
    });
    file->write(path);
}

void JobsMenu::pin()
{
    const QByteArray id = m_jobs->table()->currentJob();
    const bool pinned = !m_session->jobs().pins().contains(id);
    if (!id.isEmpty() && !m_session->setPinned(id, pinned))
        emit told(tr("The job was not pinned: at most %1 jobs can be.")
                      .arg(formatCount(JobStore::maxPins)));
    refresh();
}

void JobsMenu::copyId()
{
    if (const QByteArray id = m_jobs->table()->currentJob(); !id.isEmpty())
        QGuiApplication::clipboard()->setText(displayText(id));
}

} // namespace ui
