// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/bench/uibench/sampleevents.h"
#include "tests/bench/uibench/scenarios.h"
#include "ui/models/logrows.h"
#include "ui/models/threadcputime.h"

#include <QElapsedTimer>
#include <QThreadPool>

#include <cstdio>

namespace bench {

namespace {

constexpr int fullRows = 1'000'000;

void fill(ui::EventRing &ring)
{
    static constexpr hub::EventType types[] = {hub::EventType::Progress, hub::EventType::Log,
                                               hub::EventType::Processing, hub::EventType::Failed};
    for (qint64 n = 0; n < fullRows; ++n) {
        ui::LogRow row;
        row.ms = 1'731'000'000'000 + n / 5;
        row.type = types[n % 4];
        row.level = n % 4 == 1 ? ui::LogLevel::Info : ui::LogLevel::None;
        ring.append(row, "job-" + QByteArray::number(n * 7919 % sampleJobs),
                    "64 % \xc2\xb7 step 12/19 \xc2\xb7 upscaling frame " + QByteArray::number(n)
                        + " of a film with a name of usual length");
    }
}

/// Prints the time until a new filter has seen all rows, and the processor time of this thread.
/// Without a pool all work is in this thread.
void measure(const char *text, const ui::EventRing &ring, QThreadPool *pool)
{
    constexpr int rounds = 5;
    const hub::SystemClock clock;
    const ui::LogFilter filter = ui::LogFilter::parse(QString::fromUtf8(text)).value();
    double best = 1e9;
    double processor = 1e9;
    qint64 matches = 0;
    for (int i = 0; i < rounds; ++i) {
        ui::LogRows rows(&ring, clock);
        rows.setPool(pool);
        rows.advance({});
        QElapsedTimer timer;
        const std::chrono::milliseconds begun = ui::threadCpuTime();
        timer.start();
        rows.setFilter(filter);
        while (rows.progress() < 1) {
            rows.advance(std::chrono::milliseconds(4));
            if (pool)
                pool->waitForDone(1); // ms
        }
        processor = qMin(processor, static_cast<double>((ui::threadCpuTime() - begun).count()));
        best = qMin(best, static_cast<double>(timer.nsecsElapsed()) / 1e6);
        matches = rows.count();
    }
    std::printf("filter %-34s %-9s %7.1f ms, %4.0f ms here, %lld of %d rows\n", text,
                pool ? "on thread" : "in turns", best, processor, static_cast<long long>(matches),
                fullRows);
}

} // namespace

void logFilters()
{
    ui::EventRing ring;
    fill(ring);
    QThreadPool pool;
    for (const char *text :
         {"event:failed", "level>=info", "time:2024-11-07", "job:job-77", "job=job-77", "frame",
          "absent", "frame -absent OR zebra", "\"frame 77\" event:failed", "grün"}) {
        measure(text, ring, nullptr);
        measure(text, ring, &pool);
    }
    measure("/frame 77[0-9]+ of/", ring, &pool);
}

} // namespace bench
