// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/bench/hubbench/history.h"

#include "tests/bench/hubbench/httpconnection.h"
#include "tests/bench/hubbench/payloads.h"

#include <algorithm>

namespace bench {

namespace {

constexpr qint64 batchEvents = 5000;

QByteArray publishBatch(Poller &poller, quint16 port, const QByteArray &body)
{
    const QByteArray answer = call(poller, port, 207, "POST", "/api/v1/events:batch", body);
    const qint64 lines = body.count('\n');
    if (acceptedInBatch(207, answer, lines) != lines)
        qFatal("not all accepted: %s", answer.left(300).constData());
    return answer;
}

} // namespace

void fillHistory(Poller &poller, quint16 port, qint64 count)
{
    for (qint64 done = 0; done < count;) {
        QByteArray body;
        for (const qint64 end = std::min(done + batchEvents, count); done < end; ++done)
            body += batchLine("other-" + QByteArray::number(done % 100), done);
        publishBatch(poller, port, body);
    }
}

QByteArray publishBehindCursor(Poller &poller, quint16 port, const QByteArray &job, qint64 count)
{
    const QByteArray answer = publishBatch(poller, port, batchLine(job, 0));
    const QByteArray name(R"("event_id":")");
    const qsizetype at = answer.indexOf(name) + name.size();
    QByteArray body;
    for (qint64 i = 0; i < count; ++i)
        body += batchLine(job, i);
    publishBatch(poller, port, body);
    return answer.mid(at, answer.indexOf('"', at) - at);
}

} // namespace bench
