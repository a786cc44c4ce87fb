// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/api/answers.h"
#include "hub/http/authority.h"
#include "hub/http/fieldsyntax.h"
#include "hub/http/originpolicy.h"
#include "hub/http/percent.h"
#include "hub/http/proxytrust.h"
#include "hub/http/responsebytes.h"
#include "tests/fuzz/fuzz.h"
#include "tests/fuzz/quietlog.h"
#include "tests/support/manualclock.h"

#include <QHostAddress>

using namespace hub;

namespace {

Request requestWith(const QByteArray &name, const QByteArray &value)
{
    Request request;
    request.method = "POST";
    request.headers = {{"host", "localhost:4354"}};
    if (name == "host")
        request.headers.clear();
    request.headers.append({name, value});
    return request;
}

/// Encoded text is decoded to the original by both decoders.
void checkPercent(const QByteArray &text)
{
    FUZZ_CHECK(percentDecoded(text.toPercentEncoding()) == text);
    FUZZ_CHECK(formDecoded(text.toPercentEncoding()) == text);
    const auto decoded = percentDecoded(text);
    const QByteArray form = formDecoded(text);
    FUZZ_CHECK(form.size() <= text.size());
    if (decoded && !text.contains('+'))
        FUZZ_CHECK(*decoded == form);
    if (!text.contains('%'))
        FUZZ_CHECK(decoded == text);
}

void checkAuthority(const QByteArray &text)
{
    const auto authority = parseAuthority(text);
    FUZZ_CHECK(parseAuthority(text.toUpper()) == authority);
    if (!authority)
        return;
    const bool isAddress = authority->host.contains(':');
    QByteArray again = isAddress ? '[' + authority->host + ']' : authority->host;
    if (authority->port >= 0)
        again += ':' + QByteArray::number(authority->port);
    FUZZ_CHECK(parseAuthority(again) == authority);
    for (const char c : authority->host)
        FUZZ_CHECK(c > ' ' && !QByteArrayView("/\\@?#%").contains(c));
    if (isLoopbackName(authority->host))
        FUZZ_CHECK(authority->host == "localhost"
                   || QHostAddress(QString::fromLatin1(authority->host)).isLoopback());
}

/// No foreign host name and no foreign origin is accepted.
void checkOrigin(const QByteArray &text)
{
    const OriginPolicy policy{{"*.example.org"}, {}};
    if (!text.isEmpty() && !refusedHost(policy, requestWith("host", text))) {
        const QByteArray host = parseAuthority(text).value_or(Authority{}).host;
        FUZZ_CHECK(isLoopbackName(host) || (host.endsWith(".example.org") && host.size() > 12));
    }
    if (!text.isEmpty() && !refusedOrigin({}, requestWith("origin", text))) {
        const auto ours = parseAuthority(text.mid(text.indexOf("//") + 2));
        FUZZ_CHECK(text.startsWith("http") && ours && ours->host == "localhost"
                   && ours->port == 4354);
    }
}

/// Only a trusted proxy's header changes the client address, and only to a valid address.
void checkForwarded(const QByteArray &text)
{
    const ProxyTrust trust({*ProxyTrust::parse("127.0.0.0/8"), *ProxyTrust::parse("fd00::/8")});
    Request request = requestWith("x-forwarded-for", text);
    request.peer = QHostAddress(QStringLiteral("192.0.2.1"));
    FUZZ_CHECK(trust.clientOf(request) == request.peer);
    request.peer = QHostAddress(QHostAddress::LocalHost);
    const QHostAddress client = trust.clientOf(request);
    FUZZ_CHECK(!client.isNull() && client.scopeId().isEmpty());
    // The header contains it, as the rightmost address that is no trusted proxy.
    if (client != request.peer)
        FUZZ_CHECK(text.contains(client.toString().toLatin1()) || text.contains(':'));
    request.headers.emplaceBack("x-forwarded-for", "198.51.100.7");
    FUZZ_CHECK(trust.clientOf(request).toString() == QLatin1String("198.51.100.7"));
    if (const auto subnet = ProxyTrust::parse(text))
        FUZZ_CHECK(ProxyTrust({*subnet}).trusts(subnet->first));
}

void checkLists(const QByteArray &text)
{
    const QByteArrayList members = listMembers(text);
    for (const QByteArray &member : members)
        FUZZ_CHECK(!member.isEmpty() && !member.contains(',') && member == member.toLower()
                   && withoutOuterSpace(member) == member);
    FUZZ_CHECK(listMembers(members.join(", ")) == members);
    if (isToken(text))
        FUZZ_CHECK(isFieldValue(text) && members == QByteArrayList{text.toLower()});
    if (matchesEtag(requestWith("if-none-match", text), "W/\"k.1-0\""))
        FUZZ_CHECK(text.contains('*') || text.contains("\"k.1-0\""));
}

/// No header value can start a new line in an answer.
void checkAnswer(const QByteArray &text)
{
    const test::ManualClock clock;
    const auto headOf = [&clock](const QByteArray &value) {
        const QByteArray bytes = responseBytes(
            Response::text(200, "text/plain", "body").with("X-Foreign", value).with("X-Last", "1"),
            {}, clock);
        FUZZ_CHECK(bytes.endsWith("\r\n\r\nbody"));
        return bytes.chopped(8);
    };
    const QByteArray head = headOf(text);
    FUZZ_CHECK(!head.contains("\r\n\r\n") && head.count('\n') == head.count("\r\n"));
    const bool isSent = head.contains("\r\nX-Foreign: " + text + "\r\n");
    FUZZ_CHECK(isSent == isFieldValue(text));
    FUZZ_CHECK(head.count('\n') == headOf("v").count('\n') - (isSent ? 0 : 1));
}

} // namespace

extern "C" int LLVMFuzzerInitialize(int *, char ***)
{
    quietLog();
    return 0;
}

/// Short texts from a request's head. Each is passed to all parsers that could receive it.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    const QByteArray text(reinterpret_cast<const char *>(bytes), qsizetype(size));
    checkPercent(text);
    checkAuthority(text);
    checkOrigin(text);
    checkForwarded(text);
    checkLists(text);
    checkAnswer(text);
    return 0;
}
