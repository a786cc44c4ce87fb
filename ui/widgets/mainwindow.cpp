// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/mainwindow.h"

#include "ui/models/jobthumbnails.h"
#include "ui/models/jobwords.h"
#include "ui/models/session.h"
#include "ui/widgets/actionkeys.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/commandpalette.h"
#include "ui/widgets/connectionspage.h"
#include "ui/widgets/deliveriespage.h"
#include "ui/widgets/detailspage.h"
#include "ui/widgets/joblist.h"
#include "ui/widgets/jobnavigator.h"
#include "ui/widgets/jobspage.h"
#include "ui/widgets/logpage.h"
#include "ui/widgets/logview.h"
#include "ui/widgets/overviewpage.h"
#include "ui/widgets/panecycle.h"
#include "ui/widgets/pausemenu.h"
#include "ui/widgets/statusline.h"
#include "ui/widgets/textzoom.h"
#include "ui/widgets/viewspage.h"
#include "ui/widgets/windowstate.h"

#include <QCloseEvent>
#include <QDockWidget>
#include <QMenuBar>
#include <QMessageBox>
#include <QPushButton>
#include <QScreen>
#include <QVBoxLayout>

namespace ui {

MainWindow::MainWindow(Session *session, JobDetail *detail, ImageLoader *images,
                       QSettings *settings, QWidget *parent)
    : QMainWindow(parent)
    , m_session(session)
    , m_zoom(new TextZoom(settings, this))
    , m_savedViews(settings)
    , m_banner(new Banner(session->clock(), this))
    , m_jobs(new JobsPage(session, this))
    , m_details(new DetailsPage(detail, images, session->clock(), this))
    , m_overview(new OverviewPage(session, m_details))
    , m_log(new LogPage(session, this))
    , m_connections(new ConnectionsPage(session, this))
    , m_deliveries(new DeliveriesPage(session, this))
    , m_status(new StatusLine(session, this))
    , m_views(new ViewsPage(session, &m_savedViews, this))
    , m_navigator(new JobNavigator(session, m_jobs, this))
    , m_panes(new PaneCycle(this))
    , m_palette(new CommandPalette(menuBar(), this))
{
    auto *centre = new QWidget(this);
    auto *column = new QVBoxLayout(centre);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    // The banner takes the width that there is: its text never sets the size of the window.
    QSizePolicy policy = m_banner->sizePolicy();
    policy.setHorizontalPolicy(QSizePolicy::Ignored);
    m_banner->setSizePolicy(policy);
    m_banner->setMinimumWidth(fontMetrics().averageCharWidth() * 48); // for its buttons
    column->addWidget(m_banner);
    column->addWidget(m_jobs, 1);
    setCentralWidget(centre);
    setStatusBar(m_status);
    setDockOptions(AnimatedDocks | AllowTabbedDocks | AllowNestedDocks);
    setCorner(Qt::BottomRightCorner, Qt::RightDockWidgetArea);
    m_detailsDock =
        addDock(m_details, QStringLiteral("details"), tr("Details"), Qt::RightDockWidgetArea);
    m_logDock = addDock(m_log, QStringLiteral("log"), tr("Event log"), Qt::BottomDockWidgetArea);
    m_viewsDock = addDock(m_views, QStringLiteral("views"), tr("Views"), Qt::LeftDockWidgetArea);
    m_connectionsDock = addDock(m_connections, QStringLiteral("connections"), tr("Connections"),
                                Qt::BottomDockWidgetArea);
    m_deliveriesDock = addDock(m_deliveries, QStringLiteral("deliveries"), tr("Deliveries"),
                               Qt::BottomDockWidgetArea);
    arrange();
    makeMenus();
    m_keys = new ActionKeys(menuBar(), settings, this);
    connect(&m_savedViews, &SavedViews::changed, m_keys, &ActionKeys::collect);
    makeKeys();
    connectSession();
    m_state = new WindowState(settings, this);
    m_state->restore();
    m_details->setEmptyPage(m_overview);
    m_jobs->table()->setThumbnails(new JobThumbnails(images, this));
    m_jobs->focusList();
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
    for (QDockWidget *dock :
         {m_detailsDock, m_logDock, m_connectionsDock, m_deliveriesDock, m_viewsDock}) {
        dock->setFloating(false);
        dock->show();
    }
    addDockWidget(Qt::LeftDockWidgetArea, m_viewsDock);
    addDockWidget(Qt::RightDockWidgetArea, m_detailsDock);
    addDockWidget(Qt::BottomDockWidgetArea, m_logDock);
    addDockWidget(Qt::BottomDockWidgetArea, m_connectionsDock);
    addDockWidget(Qt::BottomDockWidgetArea, m_deliveriesDock);
    tabifyDockWidget(m_logDock, m_connectionsDock);
    tabifyDockWidget(m_connectionsDock, m_deliveriesDock);
    m_logDock->raise();
    const int character = fontMetrics().averageCharWidth();
    if (!isVisible()) {
        const QSize room = screen()->availableSize() * 0.9;
        resize(QSize(character * 240, fontMetrics().height() * 58).boundedTo(room));
    }
    // The sidebar takes room that a narrow window needs for the list.
    m_viewsDock->setVisible(width() >= character * 235);
    resizeDocks({m_viewsDock, m_detailsDock}, {character * 28, character * 62}, Qt::Horizontal);
    resizeDocks({m_logDock}, {height() * 2 / 5}, Qt::Vertical);
}

void MainWindow::connectSession()
{
    connect(m_session, &Session::linkChanged, m_banner, &Banner::setStatus);
    connect(m_session, &Session::linkChanged, this, &MainWindow::refreshAge);
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
    connect(m_banner, &Banner::embeddedHubWanted, this, &MainWindow::embeddedHubWanted);
    connect(m_jobs, &JobsPage::connectWanted, this, &MainWindow::connectWanted);
    connect(m_jobs, &JobsPage::testJobWanted, this, &MainWindow::testJobWanted);
    connect(m_jobs, &JobsPage::filterChanged, m_views, &ViewsPage::showFilter);
    connect(m_views, &ViewsPage::picked, m_jobs, &JobsPage::setFilterText);
    connect(m_jobs, &JobsPage::moreWanted, this, &MainWindow::moreJobsWanted);
    connect(m_jobs->table(), &JobList::jobSelected, this, &MainWindow::jobSelected);
    connect(m_jobs->table(), &JobList::jobSelected, this, &MainWindow::markCurrentSeen);
    connect(m_jobs->table(), &QAbstractItemView::activated, this,
            [this] { showDock(m_detailsDock); });
    connect(m_log->view(), &LogView::jobActivated, m_navigator, &JobNavigator::goTo);
    connect(m_navigator, &JobNavigator::arrived, this, [this] { showDock(m_detailsDock); });
    connect(m_navigator, &JobNavigator::lookUpWanted, this, &MainWindow::lookUpWanted);
    connect(m_navigator, &JobNavigator::told, this, &MainWindow::tell);
    connect(m_log, &LogPage::told, this,
            [this](const QString &text) { m_status->showMessage(text, 8000); });
    connect(m_overview, &OverviewPage::jobWanted, m_navigator, &JobNavigator::goTo);
    connectDeliveries();
    connect(m_details, &DetailsPage::cancelWanted, this, &MainWindow::confirmCancel);
    connect(m_status, &StatusLine::connectionWanted, this, [this] { showDock(m_connectionsDock); });
    connect(m_status, &StatusLine::resumeWanted, this, &MainWindow::noticesResumeWanted);
    connect(m_status, &StatusLine::timeStyleToggled, this, &MainWindow::timeStyleToggled);
}

void MainWindow::setHub(const QString &address, const QString &commandLine)
{
    if (address != m_address)
        m_overview->clear();
    m_address = address;
    m_banner->setHub(address);
    m_status->setHub(address);
    m_jobs->setHub(address, commandLine);
    refreshTitle();
}

const ShortcutMap &MainWindow::shortcuts() const
{
    return m_keys->map();
}

void MainWindow::setShortcuts(const ShortcutMap &map)
{
    m_keys->apply(map);
}

void MainWindow::setTimeStyle(TimeStyle style)
{
    m_timeStyle = style;
    m_session->setTimeStyle(style);
    m_log->setTimeStyle(style);
    m_details->setTimeStyle(style);
    m_deliveries->setTimeStyle(style);
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
        m_navigator->goTo(id);
}

void MainWindow::selectJob(const QByteArray &id)
{
    m_navigator->goTo(id);
}

void MainWindow::showFailures()
{
    m_jobs->showFailures();
    m_session->markFailuresSeen();
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

void MainWindow::setNoticesPaused(bool paused, const QString &until)
{
    m_pauseMenu->setPaused(paused, until);
    m_status->setNoticesPaused(paused, until);
}

QString MainWindow::summary() const
{
    const qint64 running = m_session->countOf(statusSet(JobStatus::Processing));
    const qint64 failed = m_session->countOf(failedStatuses);
    QStringList parts;
    if (running > 0)
        parts << tr("%1 running").arg(formatCount(running));
    if (failed > 0)
        parts << tr("%1 failed").arg(formatCount(failed));
    return parts.join(QStringLiteral(", "));
}

QString MainWindow::offlineText() const
{
    if (m_session->isStale()) {
        const qint64 now = m_session->clock().wallMs();
        return tr("offline, %1").arg(formatAsOf(m_session->asOfMs(), now, m_timeStyle));
    }
    const LinkState state = m_session->link().state;
    const bool isQuiet = isCurrent(state) || state == LinkState::Connecting;
    return isQuiet || m_session->hasSnapshot() ? QString() : tr("offline");
}

/// Makes the window look stale while it shows a state of the past.
void MainWindow::refreshAge()
{
    const bool stale = m_session->isStale();
    m_jobs->table()->setFaded(stale);
    m_details->setAsOf(m_session->asOfMs());
    QString age;
    if (stale) {
        age = tr("The list shows the jobs %1.")
                  .arg(formatAsOf(m_session->asOfMs(), m_session->clock().wallMs(), m_timeStyle));
    }
    m_banner->setAge(age);
    refreshTitle();
}

void MainWindow::passSecond()
{
    refreshAge();
    m_banner->refresh();
    m_jobs->passSecond();
    if (isActiveWindow())
        markCurrentSeen(); // the job may have failed while it was selected
    m_details->passSecond();
    m_overview->passSecond();
    m_status->passSecond();
    m_views->passSecond();
}

void MainWindow::markCurrentSeen()
{
    // A list that gets the focus makes its first row current and does not select it. Then the
    // operator has not looked at that job.
    const QItemSelectionModel *rows = m_jobs->table()->selectionModel();
    if (rows->isSelected(rows->currentIndex()))
        m_session->markSeen(m_jobs->table()->currentJob());
}

void MainWindow::refreshTitle()
{
    QString title = QStringLiteral("Heliograph");
    if (!m_address.isEmpty())
        title.prepend(m_address + QStringLiteral(" – "));
    QStringList facts{offlineText(), summary()};
    facts.removeAll({});
    if (!facts.isEmpty())
        title.prepend(QLatin1Char('[') + facts.join(QStringLiteral(": ")) + QStringLiteral("] "));
    setWindowTitle(title);
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

/// Shows a sentence in the status bar for a moment.
void MainWindow::tell(const QString &text)
{
    m_status->showMessage(text, 3000);
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
