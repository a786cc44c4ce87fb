// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/base/systemclock.h"
#include "tests/bench/uibench/sampleevents.h"
#include "ui/models/frameclock.h"
#include "ui/models/imageloader.h"
#include "ui/models/jobdetail.h"
#include "ui/models/session.h"
#include "ui/widgets/mainwindow.h"

#include <QSettings>
#include <QTemporaryDir>
#include <QTimer>

#include <chrono>

namespace bench {

/// A shown window that receives sample events in real time and updates itself on its frame clock,
/// as the monitor does.
class LiveWindow
{
public:
    /// Fills the event log.
    LiveWindow();

    ui::MainWindow &window() { return m_window; }
    ui::Session &session() { return m_session; }
    /// Starts a stream of so many events each second.
    void start(int eventsPerSecond);
    /// Runs the event loop for this time.
    static void run(std::chrono::milliseconds time);

private:
    void push(qint64 events);
    void feed();

    QTemporaryDir m_folder;
    QSettings m_settings{m_folder.filePath(QStringLiteral("window.ini")), QSettings::IniFormat};
    const hub::SystemClock m_clock{};
    ui::Session m_session{&m_clock};
    ui::JobDetail m_detail;
    ui::ImageLoader m_images;
    ui::MainWindow m_window{&m_session, &m_detail, &m_images, &m_settings};
    ui::FrameClock m_frames;
    QTimer m_feed;
    qint64 m_sent = fullLog;
    qint64 m_startedMs = 0; ///< Steady time of start().
    qint64 m_fed = 0; ///< Events since start().
    int m_rate = 0;
};

} // namespace bench
