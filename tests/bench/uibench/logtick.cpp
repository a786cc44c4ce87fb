// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/bench/uibench/scenarios.h"
#include "tests/bench/uibench/ticktimes.h"
#include "ui/models/eventring.h"
#include "ui/models/logrows.h"
#include "ui/widgets/logview.h"

#include <QCoreApplication>
#include <QScrollBar>

namespace bench {

namespace {

constexpr int fullRows = 1'000'000;
constexpr int ticks = 300;

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
}

} // namespace bench
