// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/net/networkof.h"

#include <QtEndian>

#include <algorithm>

namespace hub {

namespace {

constexpr int bitsOfByte = 8;

Q_IPV6ADDR masked(Q_IPV6ADDR address, int prefix)
{
    for (int i = 0; i < 16; ++i) {
        const int kept = std::clamp(prefix - i * bitsOfByte, 0, bitsOfByte);
        address[i] = static_cast<quint8>(address[i] & (0xff00 >> kept));
    }
    return address;
}

} // namespace

QHostAddress withoutMapping(const QHostAddress &address)
{
    // QHostAddress::toIPv4Address() would also turn :: into 0.0.0.0.
    static const auto mapped = QHostAddress::parseSubnet(QStringLiteral("::ffff:0:0/96"));
    const bool isMapped =
        address.protocol() == QAbstractSocket::IPv6Protocol && address.isInSubnet(mapped);
    return isMapped ? QHostAddress(address.toIPv4Address()) : address;
}

QHostAddress networkOf(const QHostAddress &address, int ipv6Prefix)
{
    const QHostAddress plain = withoutMapping(address);
    if (plain.protocol() != QAbstractSocket::IPv6Protocol)
        return plain;
    return QHostAddress(masked(plain.toIPv6Address(), ipv6Prefix));
}

QByteArray networkKey(const QHostAddress &address, int ipv6Prefix)
{
    const QHostAddress network = networkOf(address, ipv6Prefix);
    if (network.protocol() == QAbstractSocket::IPv4Protocol) {
        const quint32 bytes = qToBigEndian(network.toIPv4Address());
        return QByteArray(reinterpret_cast<const char *>(&bytes), sizeof bytes);
    }
    if (network.protocol() != QAbstractSocket::IPv6Protocol)
        return {};
    const Q_IPV6ADDR bytes = network.toIPv6Address();
    return QByteArray(reinterpret_cast<const char *>(bytes.c), sizeof bytes.c);
}

} // namespace hub
