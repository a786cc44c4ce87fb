// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/base/clock.h"
#include "tests/bench/uibench/sampleevents.h"
#include "tests/bench/uibench/scenarios.h"
#include "tests/bench/uibench/ticktimes.h"
#include "ui/models/session.h"
#include "ui/widgets/jobtable.h"

#include <QCoreApplication>

#include <algorithm>
#include <cstdio>

namespace bench {

namespace {

constexpr int ticks = 600;

/// As if every tick came when it is due, however long the last one took: what happens once a second
/// has its share.
class TickClock final : public hub::Clock
{
public:
    qint64 wallMs() const override { return 1'731'000'000'000 + m_ms; }
    qint64 steadyMs() const override { return m_ms; }
    void advance(qint64 ms) { m_ms += ms; }

private:
    qint64 m_ms = 0;
};

void push(ui::Session &session, const TickClock &clock, int count, qint64 &n)
{
    for (int i = 0; i < count; ++i, ++n)
        session.receive(sampleEvent(n, clock.wallMs()));
}

void measure(const char *name, ui::JobColumn sortedBy)
{
    TickClock clock;
    ui::Session session(&clock);
    ui::JobTable table;
    table.setJobs(session.jobView());
    table.sortByColumn(static_cast<int>(sortedBy), Qt::DescendingOrder);
    table.resize(1200, 700);
    table.show();
    QCoreApplication::processEvents(); // only what is exposed is painted
    qint64 n = 0;
    push(session, clock, sampleJobs, n);
    while (session.queued() > 0)
        session.tick();
    TickTimes times;
    size_t mostQueued = 0;
    for (int i = 0; i < ticks; ++i) {
        clock.advance(tickMs);
        push(session, clock, eventsPerTick, n);
        times.measure([&] {
            session.tick();
            table.viewport()->repaint();
        });
        mostQueued = std::max(mostQueued, session.queued());
    }
    std::printf("%-26s %s | %zu left over at most, %d jobs\n", name, qUtf8Printable(times.toText()),
                mostQueued, session.jobs().count());
}

} // namespace

void jobUpdates()
{
    measure("jobs-5000/s by updated", ui::JobColumn::Updated);
    measure("jobs-5000/s by progress", ui::JobColumn::Progress);
}

} // namespace bench
