// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/monitor/monitor.h"

#include "ui/models/monitorlink.h"

#include <QTimer>

#include <chrono>
#include <utility>

namespace app {

namespace {

/// A monitor that D-Bus started and that nobody uses ends after this time.
constexpr std::chrono::seconds idleTime{10};
/// A panel that starts with this program, or again, has this time to show the icon.
constexpr std::chrono::seconds trayTime{3};

} // namespace

void Monitor::start()
{
    if (!m_options.service) {
        const bool onlyStarts = m_options.request.command == Request::Command::Show;
        open(m_options.hidden);
        if (!m_options.hidden || !onlyStarts)
            handle(m_options.request);
        return;
    }
    QTimer::singleShot(idleTime, this, [this] {
        if (!m_opened)
            quit();
    });
}

void Monitor::open(bool hidden)
{
    m_opened = true;
    m_frames.start();
    openHub();
    if (!hidden) {
        m_window.show();
    } else {
        QTimer::singleShot(trayTime, this, &Monitor::keepReachable);
    }
    updatePace();
}

void Monitor::handle(const Request &request)
{
    using Command = Request::Command;
    if (m_quitting)
        return;
    if (!m_opened)
        open(!showsWindow(request.command));
    if (showsWindow(request.command))
        m_window.bringToFront(request.token);
    switch (request.command) {
    case Command::None:
    case Command::Show: break;
    case Command::ShowFailures: m_window.showFailures(); break;
    case Command::PauseNotifications: pauseNotices(true); break;
    case Command::ResumeNotifications: pauseNotices(false); break;
    case Command::OpenLink: openLink(request.link); break;
    }
}

void Monitor::openLink(const QString &link)
{
    using Target = ui::MonitorLink::Target;
    const auto parsed = ui::MonitorLink::parse(link);
    if (!parsed) {
        m_window.showNotice(tr("The link was not opened: %1.").arg(parsed.error().message));
    } else if (parsed->target == Target::Failures) {
        m_window.showFailures();
    } else if (parsed->target == Target::Job) {
        m_wanted.show(parsed->jobId);
    }
}

void Monitor::pauseNotices(bool paused)
{
    if (paused)
        m_notices.pause(ui::PauseChoice::UntilResumed);
    else
        m_notices.resume();
}

void Monitor::bringFailures(const QByteArray &token)
{
    m_window.bringToFront(token);
    m_window.showFailures();
}

void Monitor::handleTray()
{
    if (m_tray.isShown() && std::exchange(m_minimized, false) && m_window.isMinimized())
        m_window.hide();
    else if (!m_tray.isShown())
        QTimer::singleShot(trayTime, this, &Monitor::keepReachable);
}

/// Without a tray the user could not open a hidden window.
void Monitor::keepReachable()
{
    if (!m_opened || m_quitting || m_window.isVisible() || m_tray.isShown())
        return;
    m_minimized = true;
    m_window.showMinimized();
}

} // namespace app
