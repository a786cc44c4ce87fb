// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/auth/failurelimiter.h"

#include "hub/base/clock.h"

#include <QHostAddress>

#include <algorithm>

namespace hub {

namespace {
constexpr qsizetype prefixBytes = 8; // a /64

QByteArray keyOf(const QByteArray &address)
{
    const QHostAddress host(QString::fromLatin1(address));
    bool isIpv4 = false;
    const quint32 ipv4 = host.toIPv4Address(&isIpv4); // mapped ones too
    if (isIpv4)
        return QByteArray::number(ipv4);
    if (host.protocol() != QAbstractSocket::IPv6Protocol)
        return address;
    const Q_IPV6ADDR ipv6 = host.toIPv6Address();
    return QByteArray(reinterpret_cast<const char *>(ipv6.c), prefixBytes);
}
} // namespace

FailureLimiter::FailureLimiter(const Clock *clock) : m_clock(clock), m_buckets(mostAddresses) { }

qint64 FailureLimiter::levelOf(const QByteArray &key) const
{
    constexpr qint64 full = burst * refillMs;
    const Bucket *bucket = m_buckets.object(key);
    return bucket ? std::min(full, bucket->levelMs + m_clock->steadyMs() - bucket->atMs) : full;
}

int FailureLimiter::retryAfterSeconds(const QByteArray &address) const
{
    const qint64 missingMs = refillMs - levelOf(keyOf(address));
    return missingMs <= 0 ? 0 : int((missingMs + 999) / 1000);
}

void FailureLimiter::fail(const QByteArray &address)
{
    const QByteArray key = keyOf(address);
    const qint64 levelMs = std::max<qint64>(0, levelOf(key) - refillMs);
    m_buckets.insert(key, new Bucket{levelMs, m_clock->steadyMs()});
}

} // namespace hub
