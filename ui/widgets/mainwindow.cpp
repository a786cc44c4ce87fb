// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/mainwindow.h"

#include "ui/models/jobwords.h"
#include "ui/models/session.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/connectionspage.h"
#include "ui/widgets/detailspage.h"
#include "ui/widgets/joblist.h"
#include "ui/widgets/jobspage.h"
#include "ui/widgets/logpage.h"
#include "ui/widgets/logview.h"
#include "ui/widgets/statusline.h"
#include "ui/widgets/windowstate.h"

#include <QClipboard>
#include <QCloseEvent>
#include <QDockWidget>
#include <QGuiApplication>
#include <QInputDialog>
#include <QMessageBox>
#include <QPushButton>
#include <QScreen>
#include <QVBoxLayout>

namespace ui {

MainWindow::MainWindow(Session *session, JobDetail *detail, ImageLoader *images,
                       QSettings *settings, QWidget *parent)
    : QMainWindow(parent)
    , m_session(session)
    , m_banner(new Banner(session->clock(), this))
    , m_jobs(new JobsPage(session, this))
    , m_details(new DetailsPage(detail, images, session->clock(), this))
    , m_log(new LogPage(session, this))
    , m_connections(new ConnectionsPage(session, this))
    , m_status(new StatusLine(session, this))
{
    auto *centre = new QWidget(this);
    auto *column = new QVBoxLayout(centre);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_banner);
    column->addWidget(m_jobs, 1);
    setCentralWidget(centre);
    setStatusBar(m_status);
    setDockOptions(AnimatedDocks | AllowTabbedDocks | AllowNestedDocks);
    setCorner(Qt::BottomRightCorner, Qt::RightDockWidgetArea);
    m_detailsDock =
        addDock(m_details, QStringLiteral("details"), tr("Details"), Qt::RightDockWidgetArea);
    m_logDock = addDock(m_log, QStringLiteral("log"), tr("Event log"), Qt::BottomDockWidgetArea);
    m_connectionsDock = addDock(m_connections, QStringLiteral("connections"), tr("Connections"),
                                Qt::BottomDockWidgetArea);
    arrange();
    makeMenus();
    connectSession();
    m_state = new WindowState(settings, this);
    m_state->restore();
    refreshTitle();
}

QDockWidget *MainWindow::addDock(QWidget *page, const QString &name, const QString &title,
                                 Qt::DockWidgetArea area)
{
    auto *dock = new QDockWidget(title, this);
    dock->setObjectName(name);
    dock->setWidget(page);
    addDockWidget(area, dock);
    return dock;
}

void MainWindow::arrange()
{
    for (QDockWidget *dock : {m_detailsDock, m_logDock, m_connectionsDock}) {
        dock->setFloating(false);
        dock->show();
    }
    addDockWidget(Qt::RightDockWidgetArea, m_detailsDock);
    addDockWidget(Qt::BottomDockWidgetArea, m_logDock);
    addDockWidget(Qt::BottomDockWidgetArea, m_connectionsDock);
    tabifyDockWidget(m_logDock, m_connectionsDock);
    m_logDock->raise();
    const int character = fontMetrics().averageCharWidth();
    if (!isVisible()) {
        const QSize room = screen()->availableSize() * 0.9;
        resize(QSize(character * 240, fontMetrics().height() * 58).boundedTo(room));
    }
    resizeDocks({m_detailsDock}, {character * 62}, Qt::Horizontal);
    resizeDocks({m_logDock}, {height() * 2 / 5}, Qt::Vertical);
}

void MainWindow::connectSession()
{
    connect(m_session, &Session::linkChanged, m_banner, &Banner::setStatus);
    connect(m_session, &Session::secondPassed, this, &MainWindow::passSecond);
    connect(m_session, &Session::gapSeen, this, [this] {
        showNotice(
            tr("Some events were missed. The event log shows where. Jobs that were running are "
               "marked until the hub reports them again."));
    });
    connect(m_session, &Session::hubRestarted, this, [this] {
        showNotice(tr("The hub started a new history. All jobs were loaded again."));
    });
    connect(m_banner, &Banner::retryWanted, this, &MainWindow::retryWanted);
    connect(m_banner, &Banner::resyncWanted, this, &MainWindow::resyncWanted);
    connect(m_banner, &Banner::connectWanted, this, &MainWindow::connectWanted);
    connect(m_jobs, &JobsPage::connectWanted, this, &MainWindow::connectWanted);
    connect(m_jobs, &JobsPage::testJobWanted, this, &MainWindow::testJobWanted);
    connect(m_jobs->table(), &JobList::jobSelected, this, &MainWindow::jobSelected);
    connect(m_jobs->table(), &QAbstractItemView::activated, this,
            [this] { showDock(m_detailsDock); });
    connect(m_log->view(), &LogView::jobActivated, this, &MainWindow::goTo);
    connect(m_details, &DetailsPage::cancelWanted, this, &MainWindow::confirmCancel);
    connect(m_status, &StatusLine::connectionWanted, this, [this] { showDock(m_connectionsDock); });
    connect(m_status, &StatusLine::resumeWanted, this, [this] { emit noticesPauseToggled(false); });
    connect(m_status, &StatusLine::timeStyleToggled, this, &MainWindow::timeStyleToggled);
}

void MainWindow::setHub(const QString &address, const QString &commandLine)
{
    m_address = address;
    m_banner->setHub(address);
    m_status->setHub(address);
    m_jobs->setHub(address, commandLine);
    refreshTitle();
}

void MainWindow::setTimeStyle(TimeStyle style)
{
    m_session->setTimeStyle(style);
    m_log->setTimeStyle(style);
    m_details->setTimeStyle(style);
    m_status->setTimeStyle(style);
}

void MainWindow::showNotice(const QString &text)
{
    m_banner->setNotice(text);
}

void MainWindow::showJob(const QByteArray &id)
{
    bringToFront();
    if (!id.isEmpty())
        goTo(id);
}

void MainWindow::showFailures()
{
    m_jobs->showFailures();
    m_jobs->table()->setFocus(Qt::OtherFocusReason);
}

void MainWindow::bringToFront(const QByteArray &activationToken)
{
    // Qt's Wayland plugin takes the token of the next activation from the environment. Qt 6.4 has
    // no public function for it.
    constexpr const char *variable = "XDG_ACTIVATION_TOKEN";
    if (!activationToken.isEmpty())
        qputenv(variable, activationToken);
    setWindowState(windowState() & ~Qt::WindowMinimized);
    show();
    raise();
    activateWindow();
    qunsetenv(variable); // it is valid once, and not for child processes
}

void MainWindow::setNoticesPaused(bool paused)
{
    m_pauseNotices->setChecked(paused);
    m_status->setNoticesPaused(paused);
}

QString MainWindow::summary() const
{
    const JobStore &jobs = m_session->jobs();
    const int failed = jobs.countOf(failedStatuses);
    QStringList parts;
    if (const int running = jobs.countOf(JobStatus::Processing); running > 0)
        parts << tr("%n running", nullptr, running);
    if (failed > 0)
        parts << tr("%n failed", nullptr, failed);
    return parts.join(QStringLiteral(", "));
}

void MainWindow::passSecond()
{
    m_banner->refresh();
    m_jobs->passSecond();
    m_details->passSecond();
    m_status->passSecond();
    refreshTitle();
}

void MainWindow::refreshTitle()
{
    QString title = QStringLiteral("Heliograph");
    if (!m_address.isEmpty())
        title.prepend(m_address + QStringLiteral(" – "));
    if (const QString counts = summary(); !counts.isEmpty())
        title.prepend(QLatin1Char('[') + counts + QStringLiteral("] "));
    setWindowTitle(title);
}

void MainWindow::goToJob()
{
    bool accepted = false;
    const QString id = QInputDialog::getText(this, tr("Go to job"), tr("Job id, or its beginning:"),
                                             QLineEdit::Normal, {}, &accepted)
                           .trimmed();
    if (!accepted || id.isEmpty())
        return;
    for (int row = 0; row < m_session->jobs().count(); ++row) {
        if (m_session->jobs().at(row).id.startsWith(id)) {
            goTo(m_session->jobs().at(row).job.id);
            return;
        }
    }
    m_status->showMessage(tr("No job begins with %1").arg(id), 5000);
}

void MainWindow::goToFailure(int step)
{
    SortedJobs &view = *m_session->sortedJobs();
    const int count = view.rowCount();
    const QModelIndex current = m_jobs->table()->currentIndex();
    int row = current.isValid() ? current.row() : (step > 0 ? -1 : count);
    for (row += step; row >= 0 && row < count; row += step) {
        const JobRow &candidate = m_session->jobs().at(view.sourceRow(row));
        if (isFailure(candidate.job.status)) {
            m_jobs->table()->selectJob(candidate.job.id);
            return;
        }
    }
    m_status->showMessage(step > 0 ? tr("No failure below") : tr("No failure above"), 3000);
}

void MainWindow::goTo(const QByteArray &id)
{
    if (m_session->jobs().find(id) < 0) {
        m_status->showMessage(tr("Job %1 is no longer in the list").arg(displayText(id)), 5000);
        return;
    }
    if (!m_jobs->table()->selectJob(id)) {
        m_jobs->clearFilter();
        m_jobs->table()->selectJob(id);
    }
    showDock(m_detailsDock);
}

void MainWindow::confirmCancel(const QByteArray &id)
{
    auto *box =
        new QMessageBox(QMessageBox::Question, tr("Cancel job"),
                        tr("Cancel job %1?").arg(displayText(id)), QMessageBox::NoButton, this);
    box->setTextFormat(Qt::PlainText);
    box->setInformativeText(tr("The work of the job so far may be lost."));
    box->setAttribute(Qt::WA_DeleteOnClose);
    auto *yes = box->addButton(tr("Cancel job"), QMessageBox::DestructiveRole);
    box->setDefaultButton(box->addButton(tr("Keep running"), QMessageBox::RejectRole));
    connect(yes, &QAbstractButton::clicked, this, [this, id] { emit cancelWanted(id); });
    box->open();
}

void MainWindow::copyJobId()
{
    if (const QByteArray id = m_jobs->table()->currentJob(); !id.isEmpty())
        QGuiApplication::clipboard()->setText(displayText(id));
}

void MainWindow::showDock(QDockWidget *dock)
{
    dock->show();
    dock->raise();
}

void MainWindow::saveLayout()
{
    m_state->saveNow();
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    event->ignore();
    m_state->saveNow();
    emit closeWanted();
}

void MainWindow::changeEvent(QEvent *event)
{
    QMainWindow::changeEvent(event);
    if (event->type() == QEvent::ActivationChange || event->type() == QEvent::WindowStateChange)
        emit attentionChanged();
}

void MainWindow::showEvent(QShowEvent *event)
{
    QMainWindow::showEvent(event);
    emit attentionChanged();
}

void MainWindow::hideEvent(QHideEvent *event)
{
    QMainWindow::hideEvent(event);
    emit attentionChanged();
}

} // namespace ui
