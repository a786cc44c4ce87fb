// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/scriptedserver.h"
#include "ui/client/httprequest.h"
#include "ui/client/hubnetwork.h"

#include <QNetworkReply>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace ui;

/// Which requests carry the token, and which do not.
class TestHubNetwork : public QObject
{
    Q_OBJECT

private slots:
    void sendsTheTokenToItsHubOnly();
    void leavesItBehindOnRedirects();
    void readsTokenFiles_data();
    void readsTokenFiles();
};

void TestHubNetwork::sendsTheTokenToItsHubOnly()
{
    ScriptedServer hub;
    ScriptedServer other;
    for (ScriptedServer *server : {&hub, &other})
        server->respond([server](int number, const ScriptedRequest &) {
            server->answer(number, 200, "text/plain", "ok");
        });
    HubNetwork network;
    network.setToken(hub.url("/base"), "t0ken");
    const auto heard = [&](ScriptedServer &server, QNetworkRequest request) {
        QNetworkReply *reply = network.get(request);
        QSignalSpy finished(reply, &QNetworkReply::finished);
        const bool done = finished.wait();
        reply->deleteLater();
        return done ? server.request(server.count() - 1).headers.value("authorization")
                    : QByteArray("no answer");
    };
    QCOMPARE(heard(hub, httpRequest(hub.url("/api"))), QByteArray("Bearer t0ken"));
    QCOMPARE(heard(other, httpRequest(other.url("/api"))), QByteArray());
    QNetworkRequest own = httpRequest(hub.url("/api"));
    own.setRawHeader("Authorization", "Bearer other");
    QCOMPARE(heard(hub, own), QByteArray("Bearer other"));
    network.setToken(hub.url(), {});
    QCOMPARE(heard(hub, httpRequest(hub.url("/api"))), QByteArray());
}

void TestHubNetwork::leavesItBehindOnRedirects()
{
    ScriptedServer hub;
    ScriptedServer other;
    hub.respond([&](int number, const ScriptedRequest &) {
        hub.answer(number, 302, "text/plain", "",
                   "Location: " + other.url("/stolen").toEncoded() + "\r\n");
    });
    other.respond([&](int number, const ScriptedRequest &) {
        other.answer(number, 200, "text/plain", "thanks");
    });
    HubNetwork network;
    network.setToken(hub.url(), "t0ken");
    const std::unique_ptr<QNetworkReply> reply(network.get(httpRequest(hub.url("/api"))));
    QSignalSpy finished(reply.get(), &QNetworkReply::finished);
    QVERIFY(finished.wait());
    QCOMPARE(hub.count(), 1);
    QCOMPARE(other.count(), 0);
}

void TestHubNetwork::readsTokenFiles_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QByteArray>("token"); // empty = refused

    QTest::newRow("plain") << QByteArray("aA0.-_~+/=") << QByteArray("aA0.-_~+/=");
    QTest::newRow("with its line end") << QByteArray("abc\r\n") << QByteArray("abc");
    QTest::newRow("longest") << QByteArray(8192, 'a') << QByteArray(8192, 'a');
    QTest::newRow("too long") << QByteArray(8193, 'a') << QByteArray();
    QTest::newRow("empty") << QByteArray("\n") << QByteArray();
    QTest::newRow("a second header") << QByteArray("abc\r\nX: y") << QByteArray();
    QTest::newRow("zero byte") << QByteArray("ab\0c", 4) << QByteArray();
}

void TestHubNetwork::readsTokenFiles()
{
    QFETCH(QByteArray, content);
    QFETCH(QByteArray, token);
    const QTemporaryDir folder;
    const QString name = folder.filePath(QStringLiteral("token"));
    QFile file(name);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(content);
    file.close();
    const hub::Result<QByteArray> read = readTokenFile(name);
    QCOMPARE(read ? *read : QByteArray(), token);
    if (!read)
        QVERIFY(read.error().message.startsWith(name));
    QVERIFY(!readTokenFile(name + QStringLiteral("-not-there")));
}

QTEST_GUILESS_MAIN(TestHubNetwork)
#include "tst_hubnetwork.moc"
