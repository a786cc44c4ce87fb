// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/bench/uibench/sampleevents.h"
#include "tests/bench/uibench/scenarios.h"
#include "tests/bench/uibench/tickclock.h"
#include "tests/bench/uibench/ticktimes.h"
#include "ui/models/imageloader.h"
#include "ui/models/jobdetail.h"
#include "ui/models/session.h"
#include "ui/widgets/logpage.h"
#include "ui/widgets/logview.h"
#include "ui/widgets/mainwindow.h"

#include <QCoreApplication>
#include <QScrollBar>
#include <QSettings>
#include <QTemporaryDir>

namespace bench {

namespace {

constexpr int ticks = 300;

class Window
{
public:
    Window()
    {
        m_window.resize(1600, 1000);
        m_window.show();
        fillLog(m_session);
    }

    ui::Session &session() { return m_session; }
    ui::LogView &log() { return *m_window.logPage()->view(); }

    /// Paints the whole window each time, which is more than a real tick does.
    void measure(const char *name, int events)
    {
        TickTimes times;
        for (int i = 0; i < ticks; ++i) {
            m_clock.advance(tickMs);
            push(events);
            times.measure([this] {
                m_session.tick();
                m_window.update();
                QCoreApplication::processEvents();
            });
        }
        print(name, times);
    }

private:
    void push(int events)
    {
        for (int i = 0; i < events; ++i)
            m_session.receive(sampleEvent(m_sent++, m_clock.wallMs()));
    }

    QTemporaryDir m_folder;
    QSettings m_settings{m_folder.filePath(QStringLiteral("window.ini")), QSettings::IniFormat};
    TickClock m_clock;
    ui::Session m_session{&m_clock};
    ui::JobDetail m_detail;
    ui::ImageLoader m_images;
    ui::MainWindow m_window{&m_session, &m_detail, &m_images, &m_settings};
    qint64 m_sent = fullLog;
};

} // namespace

void wholeWindow()
{
    Window window;
    window.measure("window idle", 0);
    window.measure("window 5000/s, following", eventsPerTick);
    window.log().setFollowing(false);
    window.log().verticalScrollBar()->setValue(fullLog / 2);
    window.measure("window 5000/s, scrolled up", eventsPerTick);
    window.session().logRows()->setFilter(ui::LogFilter::parse(QStringLiteral("frame 17")).value());
    window.measure("window 5000/s, filtering", eventsPerTick);
}

} // namespace bench
