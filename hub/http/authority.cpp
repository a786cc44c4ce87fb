// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/http/authority.h"

#include <QHostAddress>

#include <algorithm>

namespace hub {

namespace {

bool isNameByte(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '.' || c == '_';
}

bool isAddressByte(char c)
{
    return (c >= 'a' && c <= 'f') || (c >= '0' && c <= '9') || c == ':' || c == '.';
}

/// Reads the digits of a port. Returns -1 for an empty text, and nothing when it is no port.
std::optional<int> parsePort(QByteArrayView digits)
{
    if (digits.isEmpty())
        return -1;
    int port = 0;
    for (const char c : digits) {
        if (c < '0' || c > '9')
            return std::nullopt;
        port = port * 10 + (c - '0');
        if (port > 65535)
            return std::nullopt;
    }
    return port;
}

} // namespace

QByteArray withoutRootDot(const QByteArray &host)
{
    return host.endsWith('.') ? host.chopped(1) : host;
}

std::optional<Authority> parseAuthority(QByteArrayView text)
{
    const QByteArray lower = text.toByteArray().toLower();
    const bool bracketed = lower.startsWith('[');
    const qsizetype mark = lower.indexOf(bracketed ? ']' : ':');
    if (bracketed && mark < 0)
        return std::nullopt;
    const qsizetype hostEnd = mark < 0 ? lower.size() : mark;
    Authority authority;
    authority.host = bracketed ? lower.mid(1, hostEnd - 1) : withoutRootDot(lower.left(hostEnd));
    const QByteArrayView rest = QByteArrayView(lower).sliced(bracketed ? hostEnd + 1 : hostEnd);
    if (authority.host.isEmpty() || (!rest.isEmpty() && rest.front() != ':'))
        return std::nullopt;
    if (!std::all_of(authority.host.cbegin(), authority.host.cend(),
                     bracketed ? isAddressByte : isNameByte))
        return std::nullopt;
    // A name has no empty label, and only IPv6 addresses are in brackets.
    if (bracketed ? !authority.host.contains(':') : authority.host.endsWith('.'))
        return std::nullopt;
    const std::optional<int> port = parsePort(rest.sliced(rest.isEmpty() ? 0 : 1));
    if (!port)
        return std::nullopt;
    authority.port = *port;
    return authority;
}

bool isLoopbackName(const QByteArray &host)
{
    if (host == "localhost" || host == "::1" || host == "127.0.0.1")
        return true;
    if (!host.startsWith("127."))
        return false;
    // A name such as 127.example.org is not loopback: accept only complete IPv4 addresses.
    const QHostAddress address(QString::fromLatin1(host));
    return address.protocol() == QHostAddress::IPv4Protocol && host.count('.') == 3
           && address.isLoopback();
}

} // namespace hub
