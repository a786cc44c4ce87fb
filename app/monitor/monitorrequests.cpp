// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/monitor/monitor.h"

#include "ui/models/monitorlink.h"

#include <QTimer>

#include <chrono>

namespace app {

namespace {

/// A monitor that D-Bus started and that nobody uses ends after this time.
constexpr std::chrono::seconds idleTime{10};

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
    } else if (!m_tray.isShown()) {
        m_window.showMinimized(); // without a tray the user could not open a hidden window
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
    m_notices.setPaused(paused);
    m_window.setNoticesPaused(paused);
    m_tray.setPaused(paused);
}

} // namespace app
