// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/client/jobevent.h"

namespace test {

/// A job event as the client layer delivers it. `n` is its number in the history with the epoch
/// `e`.
inline ui::JobEvent jobEvent(const char *job, hub::EventType type, qint64 n,
                             const char *data = "{}")
{
    const hub::EventId id{1'731'000'000'000 + n * 1000, 0};
    ui::JobEvent event{hub::Cursor{QByteArrayLiteral("e"), id}.toWire(), {}, data};
    event.delta = hub::parseJobDelta(id, type, event.text).value();
    event.delta.jobId = job;
    return event;
}

inline ui::JobEvent progress(const char *job, qint64 n, double percent)
{
    return jobEvent(job, hub::EventType::Progress, n,
                    QByteArray("{\"progress\":" + QByteArray::number(percent) + '}').constData());
}

inline hub::Job job(const char *id, hub::JobStatus status, double percent = 0, qint64 n = 0)
{
    hub::Job made;
    made.id = id;
    made.status = status;
    made.progress = percent;
    made.updatedMs = 1'731'000'000'000 + n * 1000;
    made.lastEvent = {made.updatedMs, 0};
    return made;
}

} // namespace test
