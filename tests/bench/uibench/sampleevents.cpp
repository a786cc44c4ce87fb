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

void fillLog(ui::Session &session)
{
    constexpr int part = 20'000; // less than the inbox takes at once
    session.receive(ui::LinkStatus{ui::LinkState::Live, 0, {}, {}});
    for (int n = 0; n < fullLog;) {
        for (const int end = n + part; n < end; ++n)
            session.receive(sampleEvent(n, session.clock().wallMs()));
        do
            session.tick();
        while (session.queued() > 0);
    }
}

} // namespace bench
