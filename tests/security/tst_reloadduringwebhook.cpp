// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/security/guardedhub.h"
#include "tests/support/rawclient.h"

#include <QTest>

using namespace test;

/// A reload removes the secrets of a source while one of its webhooks is being received.
class TestReloadDuringWebhook : public QObject
{
    Q_OBJECT

private slots:
    void nobodyIsTakenForAnAdmin();
};

void TestReloadDuringWebhook::nobodyIsTakenForAnAdmin()
{
    const QByteArray source = "[[sources]]\nname = \"frames\"\nscheme = \"generic\"\n";
    const QByteArray admin = GuardedHub::token("root", "admin");
    GuardedHub hub;
    QVERIFY(hub.configure(source + "secrets_file = [\"new\"]\n"));
    const QByteArray body = R"({"job_id":"frame-1","status":"completed"})";
    RawClient mallory(static_cast<quint16>(hub.url().port()));
    mallory.send("POST /api/v1/webhooks/frames HTTP/1.1\r\nHost: localhost\r\n"
                 "Content-Type: application/json\r\nExpect: 100-continue\r\nContent-Length: "
                 + QByteArray::number(body.size()) + "\r\n\r\n");
    QVERIFY(mallory.waitFor("100 Continue")); // the head was checked while the source had secrets
    mallory.clearReceived();
    QVERIFY(hub.configure(source));
    mallory.send(body);
    const std::optional<RawAnswer> answer = mallory.readAnswer();
    QVERIFY(answer);
    QCOMPARE(answer->status, 401);
    QCOMPARE(hub.status(admin, "frame-1"), QByteArray());
    const HttpAnswer own = hub.call(admin, "POST", "/api/v1/webhooks/frames", body);
    QCOMPARE(own.status, 200); // an admin may send webhooks to a source without secrets
    QCOMPARE(hub.status(admin, "frame-1"), QByteArray("completed"));
}

QTEST_GUILESS_MAIN(TestReloadDuringWebhook)
#include "tst_reloadduringwebhook.moc"
