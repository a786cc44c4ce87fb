// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/bench/uibench/sampleevents.h"
#include "tests/bench/uibench/scenarios.h"
#include "tests/bench/uibench/tickclock.h"
#include "tests/bench/uibench/ticktimes.h"
#include "ui/models/session.h"
#include "ui/widgets/joblist.h"

#include <QCoreApplication>

namespace bench {

namespace {

constexpr int ticks = 600;

void push(ui::Session &session, const TickClock &clock, int count, qint64 &n)
{
    for (int i = 0; i < count; ++i, ++n)
        session.receive(sampleEvent(n, clock.wallMs()));
}

void measure(const char *name, ui::JobColumn sortedBy)
{
    TickClock clock;
    ui::Session session(&clock);
    ui::JobList table(clock);
    table.setJobs(session.sortedJobs());
    table.sortByColumn(static_cast<int>(sortedBy), Qt::DescendingOrder);
    table.resize(1200, 700);
    table.show();
    QCoreApplication::processEvents(); // only exposed widgets are painted
    qint64 n = 0;
    push(session, clock, sampleJobs, n);
    while (session.queued() > 0)
        session.tick();
    TickTimes times;
    for (int i = 0; i < ticks; ++i) {
        clock.advance(tickMs);
        push(session, clock, eventsPerTick, n);
        times.measure([&] {
            session.tick();
            table.viewport()->repaint();
        });
    }
    print(name, times);
}

} // namespace

void jobUpdates()
{
    measure("jobs 5000/s, by updated", ui::JobColumn::Updated);
    measure("jobs 5000/s, by progress", ui::JobColumn::Progress);
}

} // namespace bench
