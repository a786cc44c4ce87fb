// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/http/proxytrust.h"

#include "hub/net/networkof.h"

#include <algorithm>

namespace hub {

namespace {

constexpr int mostHops = 32;
constexpr qsizetype longestAddress = 64;

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

/// Four decimal numbers without leading zeros. QHostAddress would also accept `1` and `0x7f.1`.
bool isIpv4(const QByteArray &text)
{
    const QByteArrayList numbers = text.split('.');
    return numbers.size() == 4
           && std::all_of(numbers.begin(), numbers.end(), [](const QByteArray &number) {
                  return !number.isEmpty() && number.size() <= 3
                         && std::all_of(number.begin(), number.end(), isDigit)
                         && (number.size() == 1 || number.front() != '0') && number.toInt() <= 255;
              });
}

/// Without a scope (`fe80::1%eth0`), which QHostAddress would accept.
bool isIpv6(const QByteArray &text)
{
    const auto inIpv6 = [](char c) {
        return isDigit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F') || c == ':'
               || c == '.';
    };
    const qsizetype dot = text.indexOf('.');
    return text.contains(':') && text.count(':') <= 8
           && std::all_of(text.begin(), text.end(), inIpv6)
           && (dot < 0 || isIpv4(text.mid(text.lastIndexOf(':') + 1)));
}

/// Accepts only the standard spellings, as inet_pton(3) does.
std::optional<QHostAddress> parseAddress(const QByteArray &text)
{
    if (!isIpv4(text) && !isIpv6(text))
        return std::nullopt;
    const QHostAddress address(QString::fromLatin1(text));
    if (address.isNull())
        return std::nullopt;
    return withoutMapping(address);
}

bool isPort(const QByteArray &text)
{
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
