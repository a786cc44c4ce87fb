// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/bench/hubbench/payloads.h"

namespace bench {

namespace {

QByteArray members(const QByteArray &message, qint64 number, qint64 ns)
{
    return R"("type":"log","message":")" + message + R"(","data":{"seq":)"
           + QByteArray::number(number) + R"(,"t":)" + QByteArray::number(ns) + "}}";
}

QByteArray hubMembers(qint64 number, qint64 ns)
{
    static const QByteArray message(60, 'm');
    return members(message, number, ns);
}

} // namespace

QByteArray logEvent(qint64 number, qint64 ns)
{
    return '{' + hubMembers(number, ns);
}

QByteArray batchLine(const QByteArray &job, qint64 number)
{
    return R"({"job_id":")" + job + "\"," + hubMembers(number, 0) + '\n';
}

QByteArray plainEvent(qint64 number, qint64 ns)
{
    static const QByteArray message(145, 'm');
    return '{' + members(message, number, ns);
}

qint64 acceptedInBatch(int status, const QByteArray &body, qint64 expected)
{
    return status == 207 && body.count(R"("status":202)") == expected ? expected : -1;
}

} // namespace bench
