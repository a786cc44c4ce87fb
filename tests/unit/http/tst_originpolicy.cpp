// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/http/originpolicy.h"

#include <QTest>

using namespace hub;

namespace {

OriginPolicy policy()
{
    return {{"Hub.example.org", "*.tunnel.dev"}, {"https://app.example.org"}};
}

Request request(const QByteArray &method, const QByteArray &host, const QByteArray &origin = {})
{
    Request made;
    made.method = method;
    if (!host.isEmpty())
        made.headers.append({"host", host});
    if (!origin.isEmpty())
        made.headers.append({"origin", origin});
    return made;
}

QByteArray valueOf(const QList<std::pair<QByteArray, QByteArray>> &headers, const char *name)
{
    for (const auto &[key, value] : headers) {
        if (key == name)
            return value;
    }
    return {};
}

} // namespace

class TestOriginPolicy : public QObject
{
    Q_OBJECT

private slots:
    void hosts_data();
    void hosts();
    void origins_data();
    void origins();
    void preflight();
    void corsHeadersOnlyForListedOrigins();
    void noListNoHeaders();
};

void TestOriginPolicy::hosts_data()
{
    QTest::addColumn<QByteArray>("host");
    QTest::addColumn<bool>("accepted");
    const auto row = [](const char *host, bool accepted) {
        QTest::newRow(host) << QByteArray(host) << accepted;
    };
    QTest::newRow("none (HTTP/1.0)") << QByteArray() << true;
    row("localhost", true);
    row("LOCALHOST:4354", true);
    row("127.0.0.1:1", true);
    row("127.8.9.10", true);
    row("[::1]:4354", true);
    row("hub.example.org:8443", true);
    row("hub.example.org.", true); // a trailing dot (the DNS root) is the same host
    row("Hub.Example.org.:8443", true);
    row("hub.example.org..", false);
    row("localhost.:4354", true);
    row("127.0.0.1.", true);
    row("a.tunnel.dev.", true);
    row(".", false);
    row("a.tunnel.dev", true);
    row("a.b.tunnel.dev", true);
    row("tunnel.dev", false);
    row(".tunnel.dev", false);
    row("eviltunnel.dev", false);
    row("evil.example", false);
    row("127.0.0.1.evil.example", false);
    row("127.1", false); // short forms of addresses are refused
    row("localhost.evil.example", false);
    row("localhost..", false);
    row("[127.0.0.1]", false); // only IPv6 addresses are in brackets
    row("192.168.1.5:4354", false);
    row("0.0.0.0", false);
    row("[::ffff:7f00:1]", false);
}

void TestOriginPolicy::hosts()
{
    QFETCH(QByteArray, host);
    QFETCH(bool, accepted);
    const auto rejection = refusedHost(policy(), request("GET", host));
    QCOMPARE(!rejection, accepted);
    if (rejection) {
        QCOMPARE(rejection->status, 403);
        QCOMPARE(rejection->error.code, QByteArray("bad_host"));
    }
}

void TestOriginPolicy::origins_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("host");
    QTest::addColumn<QByteArray>("origin");
    QTest::addColumn<bool>("accepted");
    const auto row = [](const char *name, const char *method, const char *host, const char *origin,
                        bool accepted) {
        QTest::newRow(name) << QByteArray(method) << QByteArray(host) << QByteArray(origin)
                            << accepted;
    };
    row("no page", "POST", "localhost:4354", "", true);
    row("own page", "POST", "localhost:4354", "http://localhost:4354", true);
    row("own page, default port", "POST", "hub.example.org", "https://hub.example.org:443", true);
    row("own page behind a TLS proxy", "POST", "hub.example.org", "https://hub.example.org", true);
    row("own page, root's dot", "POST", "hub.example.org.", "https://hub.example.org", true);
    row("listed page, root's dot", "POST", "localhost", "https://app.example.org.", true);
    row("listed page, port", "POST", "localhost", "https://app.example.org:8443", false);
    row("listed page", "DELETE", "localhost:4354", "https://app.example.org", true);
    row("foreign page", "POST", "localhost:4354", "https://evil.example", false);
    row("foreign page deletes", "DELETE", "localhost:4354", "https://evil.example", false);
    row("unknown method", "BREW", "localhost:4354", "https://evil.example", false);
    row("other port", "POST", "localhost:4354", "http://localhost:3000", false);
    row("other loopback name", "POST", "localhost:4354", "http://127.0.0.1:4354", false);
    row("opaque", "POST", "localhost:4354", "null", false);
    row("listed, other scheme", "POST", "localhost:4354", "http://app.example.org", false);
    row("without Host", "POST", "", "http://localhost:4354", false);
    row("reading is not refused", "GET", "localhost:4354", "https://evil.example", true);
    row("asking is not refused", "OPTIONS", "localhost:4354", "https://evil.example", true);
}

void TestOriginPolicy::origins()
{
    QFETCH(QByteArray, method);
    QFETCH(QByteArray, host);
    QFETCH(QByteArray, origin);
    QFETCH(bool, accepted);
    const auto rejection = refusedOrigin(policy(), request(method, host, origin));
    QCOMPARE(!rejection, accepted);
    if (rejection) {
        QCOMPARE(rejection->status, 403);
        QCOMPARE(rejection->error.code, QByteArray("foreign_origin"));
    }
}

void TestOriginPolicy::preflight()
{
    Request asked = request("OPTIONS", "localhost", "https://app.example.org");
    QVERIFY(!isAllowedPreflight(policy(), asked)); // a plain OPTIONS is not a preflight
    asked.headers.emplaceBack("access-control-request-method", "POST");
    QVERIFY(isAllowedPreflight(policy(), asked));
    const auto headers = corsHeaders(policy(), asked);
    QCOMPARE(valueOf(headers, "Access-Control-Allow-Origin"),
             QByteArray("https://app.example.org"));
    QVERIFY(valueOf(headers, "Access-Control-Allow-Methods").contains("DELETE"));
    for (const char *name :
         {"Authorization", "Content-Type", "Last-Event-ID", "Idempotency-Key", "Cache-Control"})
        QVERIFY(valueOf(headers, "Access-Control-Allow-Headers").contains(name));
    asked.headers.removeIf([](const auto &field) { return field.first == "origin"; });
    asked.headers.emplaceBack("origin", "https://evil.example");
    QVERIFY(!isAllowedPreflight(policy(), asked));
}

void TestOriginPolicy::corsHeadersOnlyForListedOrigins()
{
    const auto listed = corsHeaders(policy(), request("GET", "a", "https://app.example.org"));
    QCOMPARE(valueOf(listed, "Access-Control-Allow-Origin"), QByteArray("https://app.example.org"));
    QCOMPARE(valueOf(listed, "Access-Control-Allow-Credentials"), QByteArray("true"));
    QCOMPARE(valueOf(listed, "Vary"), QByteArray("Origin"));
    const auto foreign = corsHeaders(policy(), request("GET", "a", "https://evil.example"));
    QCOMPARE(valueOf(foreign, "Access-Control-Allow-Origin"), QByteArray());
    QCOMPARE(valueOf(foreign, "Access-Control-Allow-Credentials"), QByteArray());
    // `Vary` makes caches keep the answers apart.
    QCOMPARE(valueOf(foreign, "Vary"), QByteArray("Origin"));
}

void TestOriginPolicy::noListNoHeaders()
{
    QVERIFY(corsHeaders({}, request("GET", "a", "https://app.example.org")).isEmpty());
}

QTEST_GUILESS_MAIN(TestOriginPolicy)
#include "tst_originpolicy.moc"
