// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/core/hub.h"
#include "tests/support/httpcall.h"
#include "tests/support/keyedhub.h"
#include "tests/support/streamreader.h"

#include <QTest>

using namespace test;

/// A publisher tries to notify other users, or to use up their idempotency keys.
class TestNotificationRights : public QObject
{
    Q_OBJECT

private slots:
    void notifyingOthersIsARight_data();
    void notifyingOthersIsARight();
    void nobodyUsesUpTheKeyOfAnother();
    void slashesInUsersMakeNoOtherPair();

private:
    HttpAnswer notify(const QByteArray &token, const QByteArray &user, const QByteArray &key = {},
                      const QByteArray &body = "{}")
    {
        HttpHeaders headers{{"Authorization", "Bearer " + token}};
        if (!key.isEmpty())
            headers.append({"Idempotency-Key", key});
        return httpCall(m_hub.url(), "POST", "/api/v1/users/" + user + "/notifications", body,
                        headers);
    }

    KeyedHub m_hub;
};

void TestNotificationRights::notifyingOthersIsARight_data()
{
    QTest::addColumn<QByteArray>("scope");
    QTest::addColumn<QByteArray>("user");
    QTest::addColumn<int>("status");
    QTest::newRow("read") << QByteArray("read") << QByteArray("u") << 403;
    QTest::newRow("publish, oneself") << QByteArray("publish") << QByteArray("u") << 202;
    QTest::newRow("publish, another") << QByteArray("read publish") << QByteArray("v") << 403;
    QTest::newRow("notify, oneself") << QByteArray("notify") << QByteArray("u") << 202;
    QTest::newRow("notify, another") << QByteArray("notify") << QByteArray("v") << 202;
    QTest::newRow("admin, another") << QByteArray("admin") << QByteArray("v") << 202;
}

void TestNotificationRights::notifyingOthersIsARight()
{
    QFETCH(QByteArray, scope);
    QFETCH(QByteArray, user);
    QFETCH(int, status);
    const HttpAnswer answer = notify(m_hub.token("u", scope), user);
    QCOMPARE(answer.status, status);
    if (status == 403) {
        QCOMPARE(answer.code(), QByteArray("insufficient_scope"));
        QVERIFY(answer.headers.value("www-authenticate").contains(R"(scope="notify")"));
    }
}

void TestNotificationRights::nobodyUsesUpTheKeyOfAnother()
{
    StreamReader stream(m_hub.url(), "/api/v1/events/notifications/stream?token="
                                         + m_hub.token("victim", "read"));
    QVERIFY(stream.waitForEvents(2));
    const QByteArray mallory = m_hub.token("mallory", "notify");
    const QByteArray billing = m_hub.token("billing", "notify");
    QCOMPARE(notify(mallory, "victim", "invoice-1", R"({"from":"mallory"})").status, 202);
    const HttpAnswer real = notify(billing, "victim", "invoice-1", R"({"from":"billing"})");
    QVERIFY2(real.body.contains(R"("duplicate":false)"), real.body);
    QTRY_VERIFY(stream.body().contains(R"({"from":"billing"})"));
    QVERIFY(notify(billing, "victim", "invoice-1").body.contains(R"("duplicate":true)"));
}

/// User "c" notifies "a/by/b", and user "b/by/c" notifies "a". Their idempotency keys must not
/// collide.
void TestNotificationRights::slashesInUsersMakeNoOtherPair()
{
    QCOMPARE(notify(m_hub.token("c", "notify"), "a%2Fby%2Fb", "key").status, 202);
    const HttpAnswer other = notify(m_hub.token("b/by/c", "notify"), "a", "key");
    QVERIFY2(other.body.contains(R"("duplicate":false)"), other.body);
    const HttpAnswer escaped = notify(m_hub.token("c", "notify"), "a%252Fby%252Fb", "key");
    QVERIFY2(escaped.body.contains(R"("duplicate":false)"), escaped.body);
    const HttpAnswer again = notify(m_hub.token("c", "notify"), "a%2fby%2Fb", "key");
    QVERIFY2(again.body.contains(R"("duplicate":true)"), again.body);
}

QTEST_GUILESS_MAIN(TestNotificationRights)
#include "tst_notificationrights.moc"
