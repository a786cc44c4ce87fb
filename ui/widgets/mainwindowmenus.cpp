// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/mainwindow.h"

#include "ui/models/session.h"
#include "ui/widgets/actionkeys.h"
#include "ui/widgets/connectionspage.h"
#include "ui/widgets/deliveriespage.h"
#include "ui/widgets/detailspage.h"
#include "ui/widgets/editmenu.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/jobnavigator.h"
#include "ui/widgets/jobsmenu.h"
#include "ui/widgets/jobspage.h"
#include "ui/widgets/logactions.h"
#include "ui/widgets/logpage.h"
#include "ui/widgets/logview.h"
#include "ui/widgets/pausemenu.h"
#include "ui/widgets/shortcutsheet.h"
#include "ui/widgets/statusline.h"

#include <QCoreApplication>
#include <QDockWidget>
#include <QInputDialog>
#include <QMenuBar>
#include <QMessageBox>
#include <QToolButton>

namespace ui {

QAction *MainWindow::addTo(QMenu *menu, const char *id, const QString &text,
                           const QKeySequence &shortcut, const std::function<void()> &action)
{
    QAction *made = menu->addAction(text);
    made->setObjectName(QLatin1String(id));
    made->setShortcut(shortcut);
    connect(made, &QAction::triggered, this, action);
    return made;
}

void MainWindow::makeMenus()
{
    makeFileMenu();
    auto *edit = new EditMenu(m_session, m_jobs, m_log, menuBar());
    connect(edit, &EditMenu::told, this, &MainWindow::tell);
    menuBar()->addMenu(edit);
    makeViewMenu();
    m_jobsMenu = new JobsMenu(m_session, m_jobs, m_navigator, menuBar());
    connect(m_jobsMenu, &JobsMenu::failuresWanted, this, &MainWindow::showFailures);
    connect(m_jobsMenu, &JobsMenu::cancelWanted, this, &MainWindow::confirmCancel);
    connect(m_jobsMenu, &JobsMenu::testJobWanted, this, &MainWindow::testJobWanted);
    connect(m_jobsMenu, &JobsMenu::told, this, &MainWindow::tell);
    menuBar()->addMenu(m_jobsMenu);
    makeLogMenu();
    makeConnectionMenu();
    QMenu *help = menuBar()->addMenu(tr("&Help"));
    addTo(help, "help.shortcuts", tr("&Keyboard shortcuts"), QKeySequence(Qt::Key_F1),
          [this] { showShortcuts(); });
    addTo(help, "help.about", tr("&About Heliograph"), {}, [this] {
        about();
    })->setMenuRole(QAction::AboutRole);
}

void MainWindow::makeFileMenu()
{
    QMenu *file = menuBar()->addMenu(tr("&File"));
    QAction *settings =
        addTo(file, "file.settings", tr("&Settings…"), QKeySequence(Qt::CTRL | Qt::Key_Comma),
              [this] { emit settingsWanted(); });
    settings->setIcon(actionIcon(QStringLiteral("action/settings")));
    settings->setMenuRole(QAction::PreferencesRole);
    m_pauseMenu = new PauseMenu(this);
    file->addMenu(m_pauseMenu);
    connect(m_pauseMenu, &PauseMenu::resumeWanted, this, &MainWindow::noticesResumeWanted);
    file->addSeparator();
    addTo(file, "file.close", tr("&Close"), QKeySequence(Qt::CTRL | Qt::Key_W),
          [this] { close(); });
    addTo(file, "file.quit", tr("&Quit"), QKeySequence(Qt::CTRL | Qt::Key_Q), [this] {
        emit quitWanted();
    })->setMenuRole(QAction::QuitRole);
}

void MainWindow::addJobAction(QAction *action)
{
    m_jobsMenu->addJobAction(action);
    m_keys->collect();
}

void MainWindow::setRights(const Rights &rights)
{
    m_jobsMenu->setRights(rights);
    const QString why = JobsMenu::publishProblem(rights);
    m_details->setMayCancel(rights.publish, why);
    m_jobs->setMayPublish(rights.publish && rights.anyJob);
    m_connections->setMayList(rights.admin);
    m_deliveries->setMayRead(rights.admin);
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
    addTo(m_profiles, "connection.new-profile", tr("&New profile…"), {},
          [this] { askForProfile(); });
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
    addTo(menu, "log.filter", tr("Filter &events"), QKeySequence(Qt::CTRL | Qt::ALT | Qt::Key_F),
          [this] {
              showDock(m_logDock);
              m_log->focusFilter();
          });
    m_log->actions()->addTo(*menu);
    connect(m_log->actions(), &LogActions::findWanted, this, [this] {
        showDock(m_logDock);
        m_log->openFind();
    });
    addTo(menu, "log.save", tr("&Save rows to a file…"), QKeySequence(Qt::CTRL | Qt::Key_E),
          [this] { m_log->saveRows(); });
    addTo(menu, "log.clear", tr("Cle&ar log"), QKeySequence(Qt::CTRL | Qt::Key_L),
          [this] { m_session->clearLog(); });
}

void MainWindow::makeConnectionMenu()
{
    QMenu *menu = menuBar()->addMenu(tr("&Connection"));
    addTo(menu, "connection.connect", tr("&Connect to a hub…"), QKeySequence(Qt::CTRL | Qt::Key_H),
          [this] { emit connectWanted(); });
    addTo(menu, "connection.embedded-hub", tr("&Embedded hub…"),
          QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_H), [this] { emit embeddedHubWanted(); });
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
    addTo(menu, "connection.retry", tr("&Retry now"), QKeySequence(Qt::CTRL | Qt::Key_R),
          [this] { emit retryWanted(); });
    addTo(menu, "connection.resync", tr("&Load everything again"), QKeySequence(Qt::Key_F5),
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

void MainWindow::showShortcuts()
{
    auto *sheet = new ShortcutSheet(*menuBar(), this);
    sheet->setAttribute(Qt::WA_DeleteOnClose);
    sheet->show();
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
