// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/http/proxytrust.h"

#include <QTest>

using hub::ProxyTrust;
using hub::Request;

/// The client address of a request. Any client can send the forwarding header, so only trusted
/// proxies count.
class TestProxyTrust : public QObject
{
    Q_OBJECT

private slots:
    void subnets_data();
    void subnets();
    void clients_data();
    void clients();
    void headersAreOneList();
    void longListsEnd();
    void schemes_data();
    void schemes();

private:
    static ProxyTrust trust()
    {
        return ProxyTrust({*ProxyTrust::parse("127.0.0.1"), *ProxyTrust::parse("10.0.0.0/8"),
                           *ProxyTrust::parse("fd00::/8")});
    }
    static Request requestFrom(const QByteArray &peer, const char *name = "",
                               const QByteArray &value = {})
    {
        Request request;
        request.peer = QHostAddress(QString::fromLatin1(peer));
        if (!value.isNull())
            request.headers.append({name, value});
        return request;
    }
};

void TestProxyTrust::subnets_data()
{
    QTest::addColumn<bool>("good");
    for (const char *text : {"10.0.0.1", "10.0.0.0/8", "0.0.0.0/0", "::1", "fd00::/8", "::/128"})
        QTest::newRow(text) << true;
    for (const char *text :
         {"", "10", "10.1", "010.0.0.1", "0x7f.0.0.1", "10.0.0.0/33", "10.0.0.0/", "10.0.0.0/-1",
          "10.0.0.0/+8", "10.0.0.0/8/8", "::/129", "fe80::1%eth0",
          "1:2:3:4:5:6:7:8::", "::10.0.0.256", "localhost", " 10.0.0.1", "[::1]", "10.0.0.1:80"})
        QTest::newRow(*text ? text : "empty") << false;
}

void TestProxyTrust::subnets()
{
    QFETCH(bool, good);
    const QByteArray tag = QTest::currentDataTag();
    QCOMPARE(ProxyTrust::parse(tag == "empty" ? QByteArray() : tag).has_value(), good);
}

void TestProxyTrust::clients_data()
{
    QTest::addColumn<QByteArray>("peer");
    QTest::addColumn<QByteArray>("forwarded");
    QTest::addColumn<QByteArray>("client");
    const auto row = [](const char *name, const char *peer, const char *forwarded,
                        const char *client) {
        QTest::newRow(name) << QByteArray(peer) << QByteArray(forwarded) << QByteArray(client);
    };
    row("no proxy", "192.0.2.1", "198.51.100.7", "192.0.2.1");
    row("no header", "127.0.0.1", nullptr, "127.0.0.1");
    row("empty", "127.0.0.1", "", "127.0.0.1");
    row("one hop", "127.0.0.1", "198.51.100.7", "198.51.100.7");
    row("two hops", "127.0.0.1", "198.51.100.7, 10.1.2.3", "198.51.100.7");
    row("forged by the client", "127.0.0.1", "203.0.113.9, 198.51.100.7", "198.51.100.7");
    row("forged as a proxy", "127.0.0.1", "203.0.113.9, 10.9.9.9, 198.51.100.7, 10.1.2.3",
        "198.51.100.7");
    row("only proxies", "127.0.0.1", "10.1.1.1, 10.2.2.2", "10.1.1.1");
    row("garbage", "127.0.0.1", "x", "127.0.0.1");
    row("garbage before", "127.0.0.1", "x, 198.51.100.7", "198.51.100.7");
    row("garbage behind", "127.0.0.1", "198.51.100.7, x", "127.0.0.1");
    row("garbage between", "127.0.0.1", "198.51.100.7, x, 10.1.2.3", "10.1.2.3");
    row("a gap", "127.0.0.1", "198.51.100.7,,10.1.2.3", "10.1.2.3");
    row("unknown", "127.0.0.1", "unknown", "127.0.0.1");
    row("short form", "127.0.0.1", "1", "127.0.0.1");
    row("octal", "127.0.0.1", "0127.0.0.1", "127.0.0.1");
    row("with a port", "127.0.0.1", "198.51.100.7:4711", "198.51.100.7");
    row("with too large a port", "127.0.0.1", "198.51.100.7:70000", "127.0.0.1");
    row("ipv6", "127.0.0.1", "2001:db8::1", "2001:db8::1");
    row("ipv6 and port", "127.0.0.1", "[2001:db8::1]:443", "2001:db8::1");
    row("ipv6 in brackets", "fd00::1", "[2001:db8::1]", "2001:db8::1");
    row("ipv4 in brackets", "127.0.0.1", "[198.51.100.7]", "127.0.0.1");
    row("bracket left open", "127.0.0.1", "[2001:db8::1", "127.0.0.1");
    row("mapped", "127.0.0.1", "::ffff:198.51.100.7", "198.51.100.7");
    row("mapped proxy", "127.0.0.1", "198.51.100.7, ::ffff:10.1.2.3", "198.51.100.7");
    row("with a scope", "127.0.0.1", "fe80::1%eth0", "127.0.0.1");
}

void TestProxyTrust::clients()
{
    QFETCH(QByteArray, peer);
    QFETCH(QByteArray, forwarded);
    QFETCH(QByteArray, client);
    const Request request = requestFrom(peer, "x-forwarded-for", forwarded);
    QCOMPARE(trust().clientOf(request).toString(), QString::fromLatin1(client));
    QCOMPARE(ProxyTrust().clientOf(request), request.peer);
}

void TestProxyTrust::headersAreOneList()
{
    Request request = requestFrom("127.0.0.1", "x-forwarded-for", "203.0.113.9");
    request.headers.emplaceBack("x-forwarded-for", "198.51.100.7, 10.1.2.3");
    QCOMPARE(trust().clientOf(request).toString(), QStringLiteral("198.51.100.7"));
}

void TestProxyTrust::longListsEnd()
{
    const QByteArray hops = QByteArray("10.1.2.3,").repeated(5000) + "10.1.2.3";
    const Request request = requestFrom("127.0.0.1", "x-forwarded-for", "198.51.100.7," + hops);
    QCOMPARE(trust().clientOf(request).toString(), QStringLiteral("10.1.2.3"));
}

void TestProxyTrust::schemes_data()
{
    QTest::addColumn<QByteArray>("peer");
    QTest::addColumn<QByteArray>("scheme");
    QTest::addColumn<bool>("secure");
    QTest::newRow("https") << QByteArray("127.0.0.1") << QByteArray("https") << true;
    QTest::newRow("upper case") << QByteArray("127.0.0.1") << QByteArray("HTTPS") << true;
    QTest::newRow("http") << QByteArray("127.0.0.1") << QByteArray("http") << false;
    QTest::newRow("none") << QByteArray("127.0.0.1") << QByteArray() << false;
    QTest::newRow("no proxy") << QByteArray("192.0.2.1") << QByteArray("https") << false;
    QTest::newRow("the client's own")
        << QByteArray("127.0.0.1") << QByteArray("https, http") << false;
    QTest::newRow("garbage") << QByteArray("127.0.0.1") << QByteArray("https;") << false;
}

void TestProxyTrust::schemes()
{
    QFETCH(QByteArray, peer);
    QFETCH(QByteArray, scheme);
    QFETCH(bool, secure);
    QCOMPARE(trust().saysSecure(requestFrom(peer, "x-forwarded-proto", scheme)), secure);
}

QTEST_APPLESS_MAIN(TestProxyTrust)
#include "tst_proxytrust.moc"
