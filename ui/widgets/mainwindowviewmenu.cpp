// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/mainwindow.h"

#include "ui/widgets/banner.h"
#include "ui/widgets/commandpalette.h"
#include "ui/widgets/connectionspage.h"
#include "ui/widgets/deliveriespage.h"
#include "ui/widgets/detailspage.h"
#include "ui/widgets/joblist.h"
#include "ui/widgets/jobspage.h"
#include "ui/widgets/logpage.h"
#include "ui/widgets/logview.h"
#include "ui/widgets/panecycle.h"
#include "ui/widgets/savedviewsmenu.h"
#include "ui/widgets/statusline.h"
#include "ui/widgets/textzoom.h"
#include "ui/widgets/viewspage.h"

#include <QDockWidget>
#include <QMenuBar>
#include <QShortcut>
#include <QToolButton>

namespace ui {

void MainWindow::makeViewMenu()
{
    QMenu *menu = menuBar()->addMenu(tr("&View"));
    addTo(menu, "view.jobs", tr("&Jobs"), QKeySequence(Qt::ALT | Qt::Key_1),
          [this] { m_panes->enter(m_jobs); });
    addTo(menu, "view.log", tr("Event &log"), QKeySequence(Qt::ALT | Qt::Key_2), [this] {
        showDock(m_logDock);
        m_panes->enter(m_log);
    });
    addTo(menu, "view.connections", tr("&Connections"), QKeySequence(Qt::ALT | Qt::Key_3), [this] {
        showDock(m_connectionsDock);
        m_panes->enter(m_connections);
    });
    addTo(menu, "view.deliveries", tr("&Deliveries"), QKeySequence(Qt::ALT | Qt::Key_4), [this] {
        showDock(m_deliveriesDock);
        m_deliveries->focusList();
    });
    makePanelsMenu(menu);
    menu->addAction(m_palette->toggleAction());
    menu->addSeparator();
    addTo(menu, "view.filter", tr("&Filter jobs"), QKeySequence(Qt::CTRL | Qt::Key_F),
          [this] { m_jobs->focusFilter(); });
    addTo(menu, "view.clear-filter", tr("Cl&ear filter"),
          QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_X), [this] { m_jobs->clearFilter(); });
    auto *saved = new SavedViewsMenu(&m_savedViews, m_jobs, this);
    connect(saved, &SavedViewsMenu::viewSaved, this, [this] { showDock(m_viewsDock); });
    menu->addAction(saved->saveAction());
    menu->addMenu(saved);
    menu->addAction(m_jobs->table()->defaultOrderAction());
    menu->addSeparator();
    makeZoomMenu(menu);
    QAction *full = addTo(menu, "view.full-screen", tr("F&ull screen"), QKeySequence(Qt::Key_F11),
                          [this] { setWindowState(windowState() ^ Qt::WindowFullScreen); });
    full->setCheckable(true);
    connect(menu, &QMenu::aboutToShow, full, [this, full] { full->setChecked(isFullScreen()); });
    addTo(menu, "view.times", tr("Switch &times between local and UTC"),
          QKeySequence(Qt::CTRL | Qt::Key_T), [this] { emit timeStyleToggled(); });
    addTo(menu, "view.reset-layout", tr("&Reset layout"), {}, [this] { arrange(); });
}

void MainWindow::makePanelsMenu(QMenu *above)
{
    QMenu *menu = above->addMenu(tr("Pa&nels"));
    m_detailsDock->toggleViewAction()->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_D));
    m_viewsDock->toggleViewAction()->setShortcut(QKeySequence(Qt::Key_F9));
    for (QDockWidget *dock :
         {m_viewsDock, m_detailsDock, m_logDock, m_connectionsDock, m_deliveriesDock}) {
        dock->toggleViewAction()->setObjectName(QStringLiteral("panel.") + dock->objectName());
        menu->addAction(dock->toggleViewAction());
    }
    menu->addSeparator();
    addTo(menu, "view.next-panel", tr("&Next panel"), QKeySequence(Qt::Key_F6),
          [this] { m_panes->move(1); });
    addTo(menu, "view.previous-panel", tr("&Previous panel"), QKeySequence(Qt::SHIFT | Qt::Key_F6),
          [this] { m_panes->move(-1); });
}

void MainWindow::makeZoomMenu(QMenu *above)
{
    QMenu *menu = above->addMenu(tr("Text si&ze"));
    QAction *larger = addTo(menu, "view.larger", tr("&Larger"), {}, [this] { m_zoom->step(1); });
    // Many keyboards have the plus sign behind Shift.
    larger->setShortcuts(
        {QKeySequence(Qt::CTRL | Qt::Key_Plus), QKeySequence(Qt::CTRL | Qt::Key_Equal)});
    addTo(menu, "view.smaller", tr("&Smaller"), QKeySequence(Qt::CTRL | Qt::Key_Minus),
          [this] { m_zoom->step(-1); });
    addTo(menu, "view.normal-size", tr("&Normal size"), QKeySequence(Qt::CTRL | Qt::Key_0),
          [this] { m_zoom->reset(); });
    connect(m_zoom, &TextZoom::changed, this,
            [this](int percent) { tell(tr("Text size %1 %").arg(percent)); });
}

/// Sets the keys that are in no menu, and the order of the panes and of the Tab key.
void MainWindow::makeKeys()
{
    const auto slash = [this](QWidget *page, const std::function<void()> &action) {
        auto *key = new QShortcut(QKeySequence(Qt::Key_Slash), page);
        key->setContext(Qt::WidgetWithChildrenShortcut); // text fields take the key before it
        connect(key, &QShortcut::activated, this, action);
    };
    slash(m_jobs, [this] { m_jobs->focusFilter(); });
    slash(m_views, [this] { m_jobs->focusFilter(); });
    slash(m_log, [this] { m_log->focusFilter(); });
    m_panes->add(m_jobs, m_jobs->table());
    m_panes->add(m_details, nullptr);
    m_panes->add(m_log, m_log->view());
    m_panes->add(m_connections, nullptr);
    m_panes->add(m_deliveries, nullptr);
    m_panes->add(m_views, nullptr);
    const QList<QWidget *> parts = m_jobs->tabOrder();
    orderTabs(parts.mid(0, 2)
              + QList<QWidget *>{m_details, m_log, m_connections, m_deliveries, m_status, m_views,
                                 m_profileButton, m_banner}
              + parts.mid(2));
}

} // namespace ui
