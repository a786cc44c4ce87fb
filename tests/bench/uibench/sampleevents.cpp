// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/bench/uibench/sampleevents.h"

#include <QJsonDocument>

namespace bench {

ui::JobEvent sampleEvent(qint64 n, qint64 ms)
{
    // A prime, so that successive events belong to distant jobs of the list.
    constexpr qint64 stride = 7919;
    ui::JobEvent event;
    event.ms = ms;
    event.id = hub::Cursor{QByteArrayLiteral("bench"), {ms, static_cast<quint32>(n)}}.toWire();
    event.type = hub::EventType::Progress;
    event.jobId = "job-" + QByteArray::number(n * stride % sampleJobs);
    event.text = R"({"job_id":")" + event.jobId + R"(","status":"processing","progress":)"
                 + QByteArray::number(n % 100) + R"(,"message":"upscaling frame )"
                 + QByteArray::number(n) + "\"}";
    event.data = QJsonDocument::fromJson(event.text).object();
    return event;
}

} // namespace bench
