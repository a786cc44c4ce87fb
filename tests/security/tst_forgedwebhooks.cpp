// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/integration/hub/signinghub.h"

#include <QTest>

using namespace test;

namespace {

Signed forged()
{
    Signed webhook = cloudEvent("{}");
    webhook.headers[0].second = "Bearer nonsense";
    return webhook;
}

} // namespace

/// Webhooks that are not signed by their source, many of them.
class TestForgedWebhooks : public QObject
{
    Q_OBJECT

private slots:
    void takeNothingOfTheSigned();
    void areRefusedUnreadInTheEnd();
};

/// The attack: a flood without signatures, at a source that takes three at once and two a second.
void TestForgedWebhooks::takeNothingOfTheSigned()
{
    SigningHub hub;
    for (int i = 0; i < 60; ++i)
        QVERIFY(hub.send(forged()).status >= 400);
    for (int i = 0; i < 3; ++i)
        QCOMPARE(hub.send(cloudEvent("{}")).status, 400); // signed: 401 and 429 it is not
    QCOMPARE(hub.send(cloudEvent("{}")).status, 429);
}

void TestForgedWebhooks::areRefusedUnreadInTheEnd()
{
    SigningHub hub;
    int refused = 0;
    HttpAnswer answer;
    for (; refused < 50 && answer.status != 429; ++refused)
        answer = hub.send(forged());
    QCOMPARE(refused, 21); // 20 are explained
    QCOMPARE(answer.json().value(QLatin1String("bucket")).toString(),
             QStringLiteral("source:events:failures"));
    QVERIFY(answer.headers.value("retry-after").toInt() > 0);
    QCOMPARE(hub.newest().value(QLatin1String("id")).toInt(), 20); // the others are not kept
    QCOMPARE(hub.send(github(runBody)).status, 200);
}

QTEST_GUILESS_MAIN(TestForgedWebhooks)
#include "tst_forgedwebhooks.moc"
