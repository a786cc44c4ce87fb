// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QByteArrayList>

/// Frames and answers of a hub with the epoch `e1`.
namespace test::frames {

inline QByteArray frame(const QByteArray &event, const QByteArray &json, const QByteArray &id = {})
{
    return (id.isEmpty() ? QByteArray() : "id: " + id + '\n') + "event: " + event
           + "\ndata: " + json + "\n\n";
}

inline QByteArray hello(const QByteArray &resumed = "live", const QByteArray &epoch = "e1")
{
    return "retry: 1\n"
           + frame("hub.hello", R"({"epoch":")" + epoch
                                    + R"(","heartbeat_s":15,"retry_ms":1,"resumed":")" + resumed
                                    + R"(","replayed":0})");
}

inline QByteArray job(const QByteArray &id, const QByteArray &status, const QByteArray &lastEvent)
{
    return R"({"job_id":")" + id + R"(","kind":"generic","status":")" + status
           + R"(","last_event_id":")" + lastEvent + R"("})";
}

inline QByteArray snapshot(const QByteArray &asOf, const QByteArrayList &jobs = {},
                           const QByteArray &truncated = "false")
{
    return frame("hub.snapshot",
                 R"({"as_of":")" + asOf + R"(","jobs":[)" + jobs.join(',') + R"(],"truncated":)"
                     + truncated + '}',
                 asOf);
}

inline QByteArray jobEvent(const QByteArray &id, const QByteArray &jobId, const QByteArray &type)
{
    return frame(type, R"({"job_id":")" + jobId + R"(","status":")" + type + R"("})", id);
}

/// A body of `GET /api/v1/jobs`.
inline QByteArray page(const QByteArray &asOf, const QByteArrayList &jobs = {},
                       const QByteArray &next = {})
{
    return R"({"as_of":")" + asOf + R"(","jobs":[)" + jobs.join(',') + R"(],"next":)"
           + (next.isEmpty() ? QByteArray("null") : '"' + next + '"') + '}';
}

} // namespace test::frames
