// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/windowstate.h"

#include "ui/widgets/connectionspage.h"
#include "ui/widgets/deliveriespage.h"
#include "ui/widgets/joblist.h"
#include "ui/widgets/jobspage.h"
#include "ui/widgets/logheader.h"
#include "ui/widgets/logpage.h"
#include "ui/widgets/logview.h"
#include "ui/widgets/mainwindow.h"
#include "ui/widgets/screenfit.h"

#include <QDockWidget>
#include <QEvent>
#include <QSettings>

namespace ui {

namespace {

/// Increase this when docks are added or removed. A stored layout of another version is ignored.
constexpr int layoutVersion = 3;
constexpr std::chrono::milliseconds debounceTime{1000};

const QString geometryKey = QStringLiteral("window/geometry");
const QString layoutKey = QStringLiteral("window/layout");
const QString jobsKey = QStringLiteral("columns/jobs");
const QString filterKey = QStringLiteral("filter/jobs");
const QString logKey = QStringLiteral("columns/log");
const QString connectionsKey = QStringLiteral("columns/connections");
const QString deliveriesKey = QStringLiteral("columns/deliveries");

} // namespace

WindowState::WindowState(QSettings *settings, MainWindow *window)
    : QObject(window)
    , m_settings(settings)
    , m_window(window)
{
    m_debounce.setSingleShot(true);
    m_debounce.setInterval(debounceTime);
    connect(&m_debounce, &QTimer::timeout, this, &WindowState::saveNow);
    const auto soon = qOverload<>(&QTimer::start);
    connect(window->jobsPage()->table(), &JobList::layoutEdited, &m_debounce, soon);
    connect(window->connectionsPage(), &ConnectionsPage::layoutEdited, &m_debounce, soon);
    connect(window->deliveriesPage(), &DeliveriesPage::layoutEdited, &m_debounce, soon);
    connect(window->jobsPage(), &JobsPage::filterChanged, &m_debounce, soon);
    connect(window->logPage()->view()->header(), &LogHeader::layoutEdited, &m_debounce, soon);
    window->installEventFilter(this);
    const auto docks = window->findChildren<QDockWidget *>();
    for (QDockWidget *dock : docks) {
        connect(dock, &QDockWidget::visibilityChanged, &m_debounce, soon);
        connect(dock, &QDockWidget::topLevelChanged, &m_debounce, soon);
        connect(dock, &QDockWidget::dockLocationChanged, &m_debounce, soon);
        dock->installEventFilter(this);
    }
}

void WindowState::restore()
{
    m_window->restoreGeometry(m_settings->value(geometryKey).toByteArray());
    m_window->restoreState(m_settings->value(layoutKey).toByteArray(), layoutVersion);
    // The stored places may be on a screen that is gone, or larger than the screen that is left.
    fitToScreens(m_window);
    const auto docks = m_window->findChildren<QDockWidget *>();
    for (QDockWidget *dock : docks) {
        if (dock->isFloating())
            fitToScreens(dock);
    }
    m_window->jobsPage()->table()->restoreHeaderState(m_settings->value(jobsKey).toByteArray());
    m_window->connectionsPage()->restoreHeaderState(
        m_settings->value(connectionsKey).toByteArray());
    m_window->logPage()->view()->header()->restore(m_settings->value(logKey).toByteArray());
    m_window->deliveriesPage()->restoreHeaderState(m_settings->value(deliveriesKey).toByteArray());
    m_window->jobsPage()->setFilterText(m_settings->value(filterKey).toString());
    m_debounce.stop();
}

void WindowState::saveNow()
{
    m_debounce.stop();
    if (!m_wasShown)
        return;
    save(geometryKey, m_window->saveGeometry());
    save(layoutKey, m_window->saveState(layoutVersion));
    save(jobsKey, m_window->jobsPage()->table()->headerState());
    save(connectionsKey, m_window->connectionsPage()->headerState());
    save(logKey, m_window->logPage()->view()->header()->state());
    save(deliveriesKey, m_window->deliveriesPage()->headerState());
    if (m_settings->value(filterKey).toString() != m_window->jobsPage()->filterText())
        m_settings->setValue(filterKey, m_window->jobsPage()->filterText());
    m_settings->sync();
}

void WindowState::save(const QString &key, const QByteArray &value)
{
    if (m_settings->value(key).toByteArray() != value)
        m_settings->setValue(key, value);
}

bool WindowState::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Show && watched == m_window && !std::exchange(m_wasShown, true)) {
        // The width of the frame is known from now on.
        QMetaObject::invokeMethod(
            this, [this] { fitToScreens(m_window); }, Qt::QueuedConnection);
    }
    if (m_wasShown && (event->type() == QEvent::Resize || event->type() == QEvent::Move))
        m_debounce.start();
    return QObject::eventFilter(watched, event);
}

} // namespace ui
