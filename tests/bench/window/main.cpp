// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/manualclock.h"
#include "ui/models/jobdetail.h"
#include "ui/models/session.h"
#include "ui/widgets/imageloader.h"
#include "ui/widgets/logpage.h"
#include "ui/widgets/logview.h"
#include "ui/widgets/mainwindow.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QScrollBar>
#include <QSettings>
#include <QTemporaryDir>

#include <cstdio>

namespace {

constexpr int jobCount = 10'000;
constexpr int logRows = 1'000'000;
constexpr int updatesPerSecond = 5000;
constexpr int frameMs = 33;

ui::JobEvent update(int n)
{
    ui::JobEvent event;
    event.ms = 1'731'000'000'000 + n;
    event.id = hub::Cursor{QByteArrayLiteral("e"), {event.ms, 0}}.toWire();
    event.type = hub::EventType::Progress;
    event.jobId = "job-" + QByteArray::number(n * 7919LL % jobCount);
    event.data = {{QStringLiteral("progress"), n / 7 % 100},
                  {QStringLiteral("message"), QStringLiteral("upscaling tile %1").arg(n % 64)}};
    return event;
}

/// Time spent in `frames` frames of `tick`, and in painting after each, in ms a frame.
template<typename Tick>
void measure(const char *name, QWidget &window, int frames, Tick tick)
{
    qint64 tickNs = 0;
    qint64 worstNs = 0;
    QElapsedTimer all;
    all.start();
    for (int frame = 0; frame < frames; ++frame) {
        QElapsedTimer one;
        one.start();
        tick(frame);
        tickNs += one.nsecsElapsed();
        window.update();
        QApplication::processEvents();
        worstNs = qMax(worstNs, one.nsecsElapsed());
    }
    std::printf("%-46s tick %6.2f ms   with painting %6.2f ms   worst %6.2f ms\n", name,
                tickNs / 1e6 / frames, all.nsecsElapsed() / 1e6 / frames, worstNs / 1e6);
}

} // namespace

/// Figures of the monitor's window under load. Run it on a screen, or with
/// QT_QPA_PLATFORM=offscreen.
int main(int argc, char *argv[])
{
    QApplication application(argc, argv);
    const QTemporaryDir dir;
    QSettings settings(dir.filePath(QStringLiteral("window.ini")), QSettings::IniFormat);
    test::ManualClock clock;
    ui::Session session(&clock);
    ui::JobDetail detail;
    ui::ImageLoader images;
    ui::MainWindow window(&session, &detail, &images, &settings);
    window.resize(1600, 1000);
    window.show();
    const auto drain = [&session] {
        do {
            session.tick();
        } while (session.queued() > 0);
    };

    session.receive(ui::LinkStatus{ui::LinkState::Live, 0, 0, {}});
    int n = 0;
    QElapsedTimer filling;
    filling.start();
    while (n < logRows) {
        for (int i = 0; i < 20'000; ++i) {
            session.receive(update(n++));
        }
        drain();
    }
    std::printf("%d events into %d jobs and the log: %.1f s, log %.0f MiB\n", logRows, jobCount,
                filling.elapsed() / 1000.0, session.events().bytes() / 1048576.0);

    measure("idle, full log", window, 200, [&](int) {
        clock.advance(frameMs);
        session.tick();
    });
    const auto live = [&](int) {
        for (int i = 0; i < updatesPerSecond * frameMs / 1000; ++i) {
            session.receive(update(n++));
        }
        clock.advance(frameMs);
        session.tick();
    };
    measure("5 000 updates/s, following, sorted by updated", window, 300, live);
    window.logPage()->view()->setFollowing(false);
    window.logPage()->view()->verticalScrollBar()->setValue(logRows / 2);
    measure("5 000 updates/s, reading in the middle", window, 300, live);
    session.logRows()->setFilter(ui::LogFilter::parse(QStringLiteral("tile 17")).value());
    measure("5 000 updates/s, while filtering the log", window, 300, live);
    return 0;
}
