// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/bench/uibench/sampleevents.h"

namespace bench {

ui::JobEvent sampleEvent(qint64 n, qint64 ms)
{
    // A prime, so that successive events belong to distant jobs of the list.
    constexpr qint64 stride = 7919;
    const hub::EventId id{ms, static_cast<quint32>(n)};
    ui::JobEvent event{hub::Cursor{QByteArrayLiteral("bench"), id}.toWire(), {}, {}};
    event.text = R"({"job_id":"job-)" + QByteArray::number(n * stride % sampleJobs)
                 + R"(","status":"processing","progress":)" + QByteArray::number(n % 100)
                 + R"(,"message":"upscaling frame )" + QByteArray::number(n) + "\"}";
    event.delta = hub::parseJobDelta(id, hub::EventType::Progress, event.text).value();
    return event;
}

} // namespace bench
