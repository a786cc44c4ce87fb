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

/// Many webhooks that their source has not signed.
class TestUnsignedWebhooks : public QObject
{
    Q_OBJECT

private slots:
    void takeNothingOfTheSigned();
    void areRefusedUnreadInTheEnd();
};

/// The attack: a flood without signatures, at a source whose limits are a burst of three and two
/// per second.
void TestUnsignedWebhooks::takeNothingOfTheSigned()
{
    SigningHub hub;
    for (int i = 0; i < 60; ++i)
        QVERIFY(hub.send(forged()).status >= 400);
    // 400, so neither refused as unsigned (401) nor limited (429)
    for (int i = 0; i < 3; ++i)
        QCOMPARE(hub.send(cloudEvent("{}")).status, 400);
    QCOMPARE(hub.send(cloudEvent("{}")).status, 429);
}

void TestUnsignedWebhooks::areRefusedUnreadInTheEnd()
{
    SigningHub hub;
    int refused = 0;
    HttpAnswer answer;
    for (; refused < 50 && answer.status != 429; ++refused)
        answer = hub.send(forged());
    QCOMPARE(refused, 21); // the first 20 get an explanation
    QCOMPARE(answer.json().value(QLatin1String("bucket")).toString(),
             QStringLiteral("source:events:failures"));
    QVERIFY(answer.headers.value("retry-after").toInt() > 0);
    QCOMPARE(hub.newest().value(QLatin1String("id")).toInt(), 20); // later ones are not recorded
    QCOMPARE(hub.send(github(runBody)).status, 200);
}

QTEST_GUILESS_MAIN(TestUnsignedWebhooks)
#include "tst_unsignedwebhooks.moc"
