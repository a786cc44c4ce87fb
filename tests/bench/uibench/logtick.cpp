// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/bench/uibench/scenarios.h"
#include "tests/bench/uibench/ticktimes.h"
#include "ui/models/eventring.h"
#include "ui/models/logdensity.h"
#include "ui/models/logrows.h"
#include "ui/widgets/logminimap.h"
#include "ui/widgets/logview.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QScrollBar>

#include <cstdio>

namespace bench {

namespace {

constexpr int fullRows = 1'000'000;
constexpr int ticks = 300;
constexpr int mapHeight = 600;

void append(ui::EventRing &ring, int count, qint64 &n)
{
    static constexpr hub::EventType types[] = {hub::EventType::Progress, hub::EventType::Log,
                                               hub::EventType::Processing, hub::EventType::Failed};
    for (int i = 0; i < count; ++i, ++n) {
        ui::LogRow row;
        row.ms = 1'731'000'000'000 + n / 5;
        row.type = types[n % 4];
        ring.append(row, "job-" + QByteArray::number(n % 1000),
                    "upscaling frame " + QByteArray::number(n) + " of a film with a long name");
    }
}

void measure(const char *name, ui::EventRing &ring, ui::LogRows &rows, ui::LogView &view, qint64 &n)
{
    TickTimes times;
    for (int i = 0; i < ticks; ++i)
        times.measure([&] {
            append(ring, eventsPerTick, n);
            rows.advance(std::chrono::milliseconds(tickMs));
            view.viewport()->repaint();
        });
    print(name, times);
}

/// Prints what the map beside the log costs for the events of a tick, and for its picture.
void measureMap(ui::EventRing &ring, ui::LogRows &rows, qint64 &n)
{
    ui::LogDensity density(&rows);
    QElapsedTimer timer;
    timer.start();
    while (!density.isComplete())
        density.advance(ui::LogMinimap::rowsAtOnce);
    std::printf("map of 1000000 rows, read once: %.1f ms\n", double(timer.nsecsElapsed()) / 1e6);
    qint64 readingNs = 0;
    TickTimes picture;
    for (int i = 0; i < ticks; ++i) {
        append(ring, eventsPerTick, n);
        rows.advance(std::chrono::milliseconds(tickMs));
        timer.start();
        density.advance(ui::LogMinimap::rowsAtOnce);
        readingNs += timer.nsecsElapsed();
        picture.measure([&] { density.stripes(mapHeight); });
    }
    std::printf("map, one new event: %.0f ns\n", double(readingNs) / (ticks * eventsPerTick));
    print("map, 600 stripes of it", picture);
}

} // namespace

void logTick()
{
    ui::EventRing ring;
    const hub::SystemClock clock;
    ui::LogRows rows(&ring, clock);
    ui::LogView view(&rows);
    view.resize(1200, 600);
    view.show();
    QCoreApplication::processEvents(); // only exposed widgets are painted
    qint64 n = 0;
    append(ring, fullRows, n);
    rows.advance(std::chrono::milliseconds(tickMs));
    measure("log of 1000000, following", ring, rows, view, n);
    view.verticalScrollBar()->setValue(view.verticalScrollBar()->maximum() / 2);
    measure("log of 1000000, scrolled up", ring, rows, view, n);
    measureMap(ring, rows, n);
}

} // namespace bench
