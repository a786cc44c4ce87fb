// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/windowstate.h"

#include "ui/widgets/connectionspage.h"
#include "ui/widgets/deliveriespage.h"
#include "ui/widgets/filterline.h"
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

} // namespace

WindowState::WindowState(QSettings *settings, MainWindow *window)
    : QObject(window)
    , m_settings(settings)
    , m_window(window)
{
    m_parts.push_back(
        {QStringLiteral("window/geometry"), [window] { return window->saveGeometry(); },
         [window](const QVariant &state) { window->restoreGeometry(state.toByteArray()); }});
    m_parts.push_back({QStringLiteral("window/layout"),
                       [window] { return window->saveState(layoutVersion); },
                       [window](const QVariant &state) {
                           window->restoreState(state.toByteArray(), layoutVersion);
                       }});
    addColumns();
    addFilters();
    watch();
}

void WindowState::addColumns()
{
    const auto add = [this](const QString &key, auto *part) {
        using Columns = std::remove_pointer_t<decltype(part)>;
        connect(part, &Columns::layoutEdited, &m_debounce, qOverload<>(&QTimer::start));
        m_parts.push_back(
            {key, [part] { return part->headerState(); },
             [part](const QVariant &state) { part->restoreHeaderState(state.toByteArray()); }});
    };
    add(QStringLiteral("columns/jobs"), m_window->jobsPage()->table());
    add(QStringLiteral("columns/connections"), m_window->connectionsPage());
    add(QStringLiteral("columns/log"), m_window->logPage()->view()->header());
    add(QStringLiteral("columns/deliveries"), m_window->deliveriesPage());
}

void WindowState::addFilters()
{
    JobsPage *jobs = m_window->jobsPage();
    connect(jobs, &JobsPage::filterChanged, &m_debounce, qOverload<>(&QTimer::start));
    m_parts.push_back({QStringLiteral("filter/jobs"), [jobs] { return jobs->filterText(); },
                       [jobs](const QVariant &state) { jobs->setFilterText(state.toString()); }});
    addFilter(QStringLiteral("filter/connections"), m_window->connectionsPage()->filter());
    addFilter(QStringLiteral("filter/log"), m_window->logPage()->filter());
    addFilter(QStringLiteral("filter/deliveries"), m_window->deliveriesPage()->filter());
}

void WindowState::addFilter(const QString &key, FilterLine *line)
{
    connect(line, &FilterLine::filterChanged, &m_debounce, qOverload<>(&QTimer::start));
    m_parts.push_back({key, [line] { return line->validText(); },
                       [line](const QVariant &state) { line->apply(state.toString()); }});
}

/// Notices when the window or a dock changes its place or size.
void WindowState::watch()
{
    m_debounce.setSingleShot(true);
    m_debounce.setInterval(debounceTime);
    connect(&m_debounce, &QTimer::timeout, this, &WindowState::saveNow);
    const auto soon = qOverload<>(&QTimer::start);
    m_window->installEventFilter(this);
    const auto docks = m_window->findChildren<QDockWidget *>();
    for (QDockWidget *dock : docks) {
        connect(dock, &QDockWidget::visibilityChanged, &m_debounce, soon);
        connect(dock, &QDockWidget::topLevelChanged, &m_debounce, soon);
        connect(dock, &QDockWidget::dockLocationChanged, &m_debounce, soon);
        dock->installEventFilter(this);
    }
}

void WindowState::restore()
{
    for (const Part &part : m_parts)
        part.restore(m_settings->value(part.key));
    // The stored places may be on a screen that is gone, or larger than the screen that is left.
    fitToScreens(m_window);
    const auto docks = m_window->findChildren<QDockWidget *>();
    for (QDockWidget *dock : docks) {
        if (dock->isFloating())
            fitToScreens(dock);
    }
    m_debounce.stop();
}

void WindowState::saveNow()
{
    m_debounce.stop();
    if (!m_wasShown)
        return;
    for (const Part &part : m_parts) {
        const QVariant state = part.state();
        if (m_settings->value(part.key, QVariant(state.metaType())) != state)
            m_settings->setValue(part.key, state);
    }
    m_settings->sync();
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
