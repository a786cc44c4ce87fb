// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/bench/uibench/livewindow.h"

#include <QEventLoop>

namespace bench {

LiveWindow::LiveWindow()
{
    m_window.resize(1600, 1000);
    m_window.show();
    fillLog(m_session);
    QObject::connect(&m_frames, &ui::FrameClock::ticked, &m_session, &ui::Session::tick);
    m_frames.start();
    QObject::connect(&m_feed, &QTimer::timeout, &m_window, [this] { feed(); });
    m_feed.setInterval(std::chrono::milliseconds(10)); // the bytes of a socket come in such parts
}

void LiveWindow::start(int eventsPerSecond)
{
    m_rate = eventsPerSecond;
    m_startedMs = m_clock.steadyMs();
    m_fed = 0;
    m_feed.start();
}

void LiveWindow::feed()
{
    const qint64 due = (m_clock.steadyMs() - m_startedMs) * m_rate / 1000;
    push(due - m_fed);
    m_fed = due;
}

void LiveWindow::push(qint64 events)
{
    for (qint64 i = 0; i < events; ++i)
        m_session.receive(sampleEvent(m_sent++, m_clock.wallMs()));
}

void LiveWindow::run(std::chrono::milliseconds time)
{
    QEventLoop loop;
    QTimer::singleShot(time, &loop, &QEventLoop::quit);
    loop.exec();
}

} // namespace bench
