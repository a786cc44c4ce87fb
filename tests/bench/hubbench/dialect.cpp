// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/bench/hubbench/dialect.h"

#include "tests/bench/hubbench/loopback.h"
#include "tests/bench/hubbench/payloads.h"

namespace bench {

namespace {

class HeliographDialect final : public Dialect
{
public:
    explicit HeliographDialect(bool whole) : m_whole(whole) { }

    QByteArray streamTarget(const QByteArrayList &topics) const override
    {
        return topics.size() == 1 ? "/api/v1/events/" + topics.first()
                                  : QByteArray("/api/v1/events"); // all jobs: there are no others
    }
    QByteArray greeting() const override { return "hub.hello"; }
    QByteArray publish(quint16 port, const QByteArray &topic, qint64 number,
                       qint64 ns) const override
    {
        return httpRequest("POST", "/api/v1/jobs/" + topic + "/events", port, logEvent(number, ns));
    }
    bool published(int status) const override { return status == 202; }
    bool hasBatches() const override { return true; }
    bool isHub() const override { return m_whole; }

private:
    const bool m_whole;
};

/// `POST /publish?topic=a` is answered by any 2xx. `GET /stream?topic=a,b` is a stream; its `data`
/// is the posted body.
class PlainDialect final : public Dialect
{
public:
    QByteArray streamTarget(const QByteArrayList &topics) const override
    {
        return "/stream?topic=" + topics.join(',');
    }
    QByteArray greeting() const override { return "HTTP/1.1 200"; }
    QByteArray publish(quint16 port, const QByteArray &topic, qint64 number,
                       qint64 ns) const override
    {
        return httpRequest("POST", "/publish?topic=" + topic, port, plainEvent(number, ns),
                           "Content-Type: application/json\r\n");
    }
    bool published(int status) const override { return status / 100 == 2; }
    bool hasBatches() const override { return false; }
    bool isHub() const override { return false; }
};

} // namespace

const Dialect *dialectNamed(const QString &name)
{
    static const HeliographDialect heliograph(true);
    static const HeliographDialect core(false);
    static const PlainDialect plain;
    if (name == QLatin1String("heliograph"))
        return &heliograph;
    if (name == QLatin1String("core"))
        return &core;
    return name == QLatin1String("plain") ? &plain : nullptr;
}

} // namespace bench
