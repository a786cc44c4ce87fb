// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/http/proxytrust.h"

#include "hub/net/networkof.h"

#include <arpa/inet.h>
#include <netinet/in.h>

#include <algorithm>

namespace hub {

namespace {

constexpr int mostHops = 32;
constexpr qsizetype longestAddress = 64;

/// Accepts only the standard spellings. QHostAddress would also accept `1`, `0x7f.1` and scopes.
std::optional<QHostAddress> parseAddress(const QByteArray &text)
{
    in_addr ipv4{};
    if (::inet_pton(AF_INET, text.constData(), &ipv4) == 1)
        return QHostAddress(ntohl(ipv4.s_addr));
    in6_addr ipv6{};
    if (::inet_pton(AF_INET6, text.constData(), &ipv6) != 1)
        return std::nullopt;
    const QHostAddress address(ipv6.s6_addr);
    return IN6_IS_ADDR_V4MAPPED(&ipv6) ? withoutMapping(address) : address;
}

bool isPort(const QByteArray &text)
{
    const auto isDigit = [](char c) { return c >= '0' && c <= '9'; };
    return !text.isEmpty() && text.size() <= 5 && std::all_of(text.begin(), text.end(), isDigit)
           && text.toInt() <= 65535;
}

/// Parses an element of `X-Forwarded-For`: an address, to which some proxies add a port.
std::optional<QHostAddress> parseHop(const QByteArray &text)
{
    if (text.size() > longestAddress || text.contains('\0'))
        return std::nullopt;
    const qsizetype bracket = text.startsWith('[') ? text.indexOf(']') : -1;
    if (bracket > 0) {
        const QByteArray rest = text.mid(bracket + 1);
        const bool good = rest.isEmpty() || (rest.startsWith(':') && isPort(rest.mid(1)));
        const QByteArray inside = text.mid(1, bracket - 1);
        return good && inside.contains(':') ? parseAddress(inside) : std::nullopt;
    }
    const qsizetype colon = text.indexOf(':');
    if (text.count(':') == 1)
        return isPort(text.mid(colon + 1)) ? parseAddress(text.left(colon)) : std::nullopt;
    return parseAddress(text);
}

/// Returns the comma-separated elements of all headers with this name, in order.
QByteArrayList elementsOf(const Request &request, QByteArrayView name)
{
    QByteArrayList elements;
    for (const auto &[key, value] : request.headers)
        if (key == name)
            for (const QByteArray &element : value.split(','))
                elements << element.trimmed();
    return elements;
}

} // namespace

std::optional<ProxyTrust::Subnet> ProxyTrust::parse(const QByteArray &text)
{
    if (text.size() > longestAddress || text.contains('\0'))
        return std::nullopt;
    const qsizetype slash = text.indexOf('/');
    const std::optional<QHostAddress> address = parseAddress(slash < 0 ? text : text.left(slash));
    if (!address)
        return std::nullopt;
    const int bits = address->protocol() == QHostAddress::IPv4Protocol ? 32 : 128;
    if (slash < 0)
        return Subnet(*address, bits);
    const QByteArray length = text.mid(slash + 1);
    if (!isPort(length) || length.toInt() > bits)
        return std::nullopt;
    return Subnet(*address, length.toInt());
}

bool ProxyTrust::trusts(const QHostAddress &address) const
{
    return std::any_of(m_proxies.begin(), m_proxies.end(), [&](const Subnet &subnet) {
        return address.protocol() == subnet.first.protocol() && address.isInSubnet(subnet);
    });
}

QHostAddress ProxyTrust::clientOf(const Request &request) const
{
    QHostAddress known = request.peer;
    if (!trusts(known))
        return known;
    const QByteArrayList hops = elementsOf(request, "x-forwarded-for");
    const qsizetype last = std::max<qsizetype>(0, hops.size() - mostHops);
    for (qsizetype i = hops.size(); i-- > last && trusts(known);) {
        const std::optional<QHostAddress> hop = parseHop(hops.at(i));
        if (!hop)
            break;
        known = *hop;
    }
    return known;
}

bool ProxyTrust::saysSecure(const Request &request) const
{
    if (!trusts(request.peer))
        return false;
    const QByteArrayList schemes = elementsOf(request, "x-forwarded-proto");
    return !schemes.isEmpty() && schemes.last().toLower() == "https";
}

bool ProxyTrust::isUntrusted(const Request &request) const
{
    const auto &headers = request.headers;
    const bool forwarded = std::any_of(headers.begin(), headers.end(), [](const auto &header) {
        return header.first == "x-forwarded-for" || header.first == "forwarded";
    });
    return forwarded && !trusts(request.peer);
}

} // namespace hub
