// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/mainwindow.h"

#include "ui/models/session.h"
#include "ui/widgets/connectionspage.h"
#include "ui/widgets/deliveriespage.h"
#include "ui/widgets/detailspage.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/joblist.h"
#include "ui/widgets/jobnavigator.h"
#include "ui/widgets/jobspage.h"
#include "ui/widgets/logactions.h"
#include "ui/widgets/logpage.h"
#include "ui/widgets/logview.h"
#include "ui/widgets/pausemenu.h"
#include "ui/widgets/statusline.h"

#include <QCoreApplication>
#include <QDockWidget>
#include <QInputDialog>
#include <QMenuBar>
#include <QMessageBox>
#include <QToolButton>

namespace ui {

QAction *MainWindow::addTo(QMenu *menu, const QString &text, const QKeySequence &shortcut,
                           const std::function<void()> &action)
{
    QAction *made = menu->addAction(text);
    made->setShortcut(shortcut);
    connect(made, &QAction::triggered, this, action);
    return made;
}

void MainWindow::makeMenus()
{
    makeFileMenu();
    makeViewMenu();
    makeJobsMenu();
    makeLogMenu();
    makeConnectionMenu();
    QMenu *help = menuBar()->addMenu(tr("&Help"));
    addTo(help, tr("&About Heliograph"), {}, [this] { about(); })->setMenuRole(QAction::AboutRole);
}

void MainWindow::makeFileMenu()
{
    QMenu *file = menuBar()->addMenu(tr("&File"));
    QAction *settings = addTo(file, tr("&Settings…"), QKeySequence(Qt::CTRL | Qt::Key_Comma),
                              [this] { emit settingsWanted(); });
    settings->setIcon(actionIcon(QStringLiteral("action/settings")));
    settings->setMenuRole(QAction::PreferencesRole);
    m_pauseMenu = new PauseMenu(this);
    file->addMenu(m_pauseMenu);
    connect(m_pauseMenu, &PauseMenu::resumeWanted, this, &MainWindow::noticesResumeWanted);
    file->addSeparator();
    addTo(file, tr("&Close"), QKeySequence(Qt::CTRL | Qt::Key_W), [this] { close(); });
    addTo(file, tr("&Quit"), QKeySequence(Qt::CTRL | Qt::Key_Q), [this] {
        emit quitWanted();
    })->setMenuRole(QAction::QuitRole);
}

void MainWindow::makeViewMenu()
{
    QMenu *menu = menuBar()->addMenu(tr("&View"));
    addTo(menu, tr("&Jobs"), QKeySequence(Qt::ALT | Qt::Key_1),
          [this] { m_jobs->table()->setFocus(Qt::ShortcutFocusReason); });
    addTo(menu, tr("Event &log"), QKeySequence(Qt::ALT | Qt::Key_2), [this] {
        showDock(m_logDock);
        m_log->view()->setFocus(Qt::ShortcutFocusReason);
    });
    addTo(menu, tr("&Connections"), QKeySequence(Qt::ALT | Qt::Key_3),
          [this] { showDock(m_connectionsDock); });
    addTo(menu, tr("&Deliveries"), QKeySequence(Qt::ALT | Qt::Key_4), [this] {
        showDock(m_deliveriesDock);
        m_deliveries->focusList();
    });
    QAction *details = m_detailsDock->toggleViewAction();
    details->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_D));
    menu->addAction(details);
    menu->addAction(m_logDock->toggleViewAction());
    menu->addAction(m_connectionsDock->toggleViewAction());
    menu->addAction(m_deliveriesDock->toggleViewAction());
    QAction *views = m_viewsDock->toggleViewAction();
    views->setShortcut(QKeySequence(Qt::Key_F9));
    menu->addAction(views);
    menu->addSeparator();
    addTo(menu, tr("&Filter jobs"), QKeySequence(Qt::CTRL | Qt::Key_F),
          [this] { m_jobs->focusFilter(); });
    addTo(menu, tr("Cl&ear filter"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_X),
          [this] { m_jobs->clearFilter(); });
    makeSavedViewsMenu(menu);
    menu->addAction(m_jobs->table()->defaultOrderAction());
    menu->addSeparator();
    addTo(menu, tr("Switch &times between local and UTC"), QKeySequence(Qt::CTRL | Qt::Key_T),
          [this] { emit timeStyleToggled(); });
    addTo(menu, tr("&Reset layout"), {}, [this] { arrange(); });
}

void MainWindow::makeSavedViewsMenu(QMenu *menu)
{
    QAction *save = addTo(menu, tr("&Save this view…"),
                          QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_S), [this] { saveView(); });
    m_savedViewsMenu = menu->addMenu(tr("Saved &views"));
    const auto update = [this, save] { save->setEnabled(!m_jobs->filterText().isEmpty()); };
    connect(m_jobs, &JobsPage::filterChanged, save, update);
    connect(&m_savedViews, &SavedViews::changed, this, &MainWindow::fillSavedViews);
    update();
    fillSavedViews();
}

void MainWindow::fillSavedViews()
{
    constexpr int withShortcut = 9;
    m_savedViewsMenu->clear();
    int number = 0;
    for (const SavedView &view : m_savedViews.all()) {
        QKeySequence shortcut;
        if (++number <= withShortcut)
            shortcut = QKeySequence(QStringLiteral("Alt+Shift+%1").arg(number));
        QString text = view.name;
        text.replace(QLatin1Char('&'), QStringLiteral("&&"));
        addTo(m_savedViewsMenu, text, shortcut,
              [this, filter = view.filter] { m_jobs->setFilterText(filter); });
    }
    m_savedViewsMenu->setEnabled(number > 0);
}

void MainWindow::saveView()
{
    auto *dialog = new QInputDialog(this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("Save this view"));
    dialog->setLabelText(tr("Name of the view:"));
    dialog->setTextValue(oneLine(m_jobs->filterText(), SavedViews::maxNameLength));
    connect(dialog, &QInputDialog::textValueSelected, this, [this](const QString &name) {
        m_savedViews.save(name, m_jobs->filterText());
        showDock(m_viewsDock);
    });
    dialog->open();
}

void MainWindow::makeJobsMenu()
{
    QMenu *menu = menuBar()->addMenu(tr("&Jobs"));
    m_jobsMenu = menu;
    addTo(menu, tr("&Go to job…"), QKeySequence(Qt::CTRL | Qt::Key_G),
          [this] { m_navigator->ask(); });
    addTo(menu, tr("Show &failures"), {}, [this] { showFailures(); });
    addTo(menu, tr("&Next failure"), QKeySequence(Qt::Key_F8),
          [this] { m_navigator->goToFailure(1); });
    addTo(menu, tr("&Previous failure"), QKeySequence(Qt::SHIFT | Qt::Key_F8),
          [this] { m_navigator->goToFailure(-1); });
    addTo(menu, tr("Next s&talled job"), QKeySequence(Qt::Key_F7),
          [this] { m_navigator->goToStalled(1); });
    addTo(menu, tr("Previous stalle&d job"), QKeySequence(Qt::SHIFT | Qt::Key_F7),
          [this] { m_navigator->goToStalled(-1); });
    addTo(menu, tr("&Sort now"), {}, [this] { m_session->sortedJobs()->resort(); });
    menu->addSeparator();
    menu->setToolTipsVisible(true); // they say why something is not allowed
    m_copyId = addTo(menu, tr("&Copy job id"), QKeySequence(Qt::CTRL | Qt::ALT | Qt::Key_C),
                     [this] { copyJobId(); });
    m_copyId->setIcon(actionIcon(QStringLiteral("action/copy")));
    m_cancelJob = addTo(menu, tr("C&ancel job…"), {},
                        [this] { confirmCancel(m_jobs->table()->currentJob()); });
    m_cancelJob->setIcon(actionIcon(QStringLiteral("action/cancel")));
    m_cancelJob->setEnabled(false);
    connect(menu, &QMenu::aboutToShow, this, &MainWindow::updateJobActions);
    connect(m_jobs->table(), &JobList::jobSelected, this, &MainWindow::updateJobActions);
    connect(m_session, &Session::secondPassed, this, &MainWindow::updateJobActions);
    m_jobs->table()->addActions({m_copyId, m_cancelJob});
    menu->addSeparator();
    m_testJob = addTo(menu, tr("Send a t&est job"), {}, [this] { emit testJobWanted(); });
}

void MainWindow::addJobAction(QAction *action)
{
    m_jobsMenu->insertAction(m_copyId, action);
    m_jobs->table()->insertAction(m_copyId, action);
}

void MainWindow::updateJobActions()
{
    const int row = m_session->jobs().find(m_jobs->table()->currentJob());
    m_copyId->setEnabled(row >= 0);
    m_cancelJob->setEnabled(row >= 0 && m_rights.publish
                            && !isTerminal(m_session->jobs().at(row).job.status));
}

void MainWindow::setRights(const Rights &rights)
{
    m_rights = rights;
    const QString why = rights.publish ? QString() : tr("The token has no right to publish");
    m_cancelJob->setToolTip(why);
    m_testJob->setEnabled(rights.publish && rights.anyJob);
    m_testJob->setToolTip(
        rights.publish && !rights.anyJob ? tr("The token allows only jobs with certain ids") : why);
    m_details->setMayCancel(rights.publish, why);
    m_jobs->setMayPublish(m_testJob->isEnabled());
    m_connections->setMayList(rights.admin);
    m_deliveries->setMayRead(rights.admin);
    updateJobActions();
}

void MainWindow::setProfiles(const QStringList &names, const QString &current)
{
    const auto shown = [](const QString &name) { return name.isEmpty() ? tr("Default") : name; };
    m_profiles->clear();
    for (const QString &name : names) {
        QAction *action = m_profiles->addAction(shown(name));
        action->setCheckable(true);
        action->setChecked(name == current);
        connect(action, &QAction::triggered, this, [this, action, name, current] {
            action->setChecked(name == current); // this window keeps its profile
            emit profileWanted(name);
        });
    }
    m_profiles->addSeparator();
    addTo(m_profiles, tr("&New profile…"), {}, [this] { askForProfile(); });
    m_profileButton->setText(shown(current));
}

void MainWindow::askForProfile()
{
    auto *dialog = new QInputDialog(this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("New profile"));
    dialog->setLabelText(
        tr("Name, of letters, digits, - and _. A profile has its own hub, settings "
           "and window:"));
    connect(dialog, &QInputDialog::textValueSelected, this, [this](const QString &name) {
        if (!name.trimmed().isEmpty())
            emit profileWanted(name.trimmed());
    });
    dialog->open();
}

void MainWindow::makeLogMenu()
{
    QMenu *menu = menuBar()->addMenu(tr("&Log"));
    menu->addAction(m_log->followAction());
    menu->addAction(m_log->pauseAction());
    menu->addSeparator();
    addTo(menu, tr("F&ilter events"), QKeySequence(Qt::CTRL | Qt::ALT | Qt::Key_F), [this] {
        showDock(m_logDock);
        m_log->focusFilter();
    });
    m_log->actions()->addTo(*menu);
    connect(m_log->actions(), &LogActions::findWanted, this, [this] {
        showDock(m_logDock);
        m_log->openFind();
    });
    addTo(menu, tr("&Save rows to a file…"), QKeySequence(Qt::CTRL | Qt::Key_E),
          [this] { m_log->saveRows(); });
    addTo(menu, tr("C&lear log"), QKeySequence(Qt::CTRL | Qt::Key_L),
          [this] { m_session->clearLog(); });
}

void MainWindow::makeConnectionMenu()
{
    QMenu *menu = menuBar()->addMenu(tr("&Connection"));
    addTo(menu, tr("&Connect to a hub…"), QKeySequence(Qt::CTRL | Qt::Key_H),
          [this] { emit connectWanted(); });
    addTo(menu, tr("&Embedded hub…"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_H),
          [this] { emit embeddedHubWanted(); });
    m_profiles = menu->addMenu(tr("&Profile"));
    m_profileButton = new QToolButton(this);
    m_profileButton->setMenu(m_profiles);
    m_profileButton->setPopupMode(QToolButton::InstantPopup);
    m_profileButton->setAutoRaise(true);
    m_profileButton->setToolTip(tr("Profile: hub, settings and window"));
    m_profileButton->setAccessibleName(tr("Profile"));
    menuBar()->setCornerWidget(m_profileButton);
    setProfiles({QString()}, {});
    menu->addSeparator();
    addTo(menu, tr("&Retry now"), QKeySequence(Qt::CTRL | Qt::Key_R),
          [this] { emit retryWanted(); });
    addTo(menu, tr("&Load everything again"), QKeySequence(Qt::Key_F5),
          [this] { emit resyncWanted(); });
}

void MainWindow::setApi(HubApi *api)
{
    m_deliveries->setApi(api);
    m_connections->setApi(api);
}

void MainWindow::connectDeliveries()
{
    connect(m_deliveries, &DeliveriesPage::jobWanted, m_navigator, &JobNavigator::goTo);
    const auto tell = [this](const QString &text) { m_status->showMessage(text, 8000); };
    connect(m_deliveries, &DeliveriesPage::told, this, tell);
    connect(m_connections, &ConnectionsPage::told, this, tell);
}

void MainWindow::about()
{
    QMessageBox::about(
        this, tr("About Heliograph"),
        tr("<h3>Heliograph %1</h3>"
           "<p>Receives job webhooks, remembers them, streams them and shows them live.</p>"
           "<p>Qt %2 · GPL-3.0-or-later</p>")
            .arg(QCoreApplication::applicationVersion(), QString::fromLatin1(qVersion())));
}

} // namespace ui
