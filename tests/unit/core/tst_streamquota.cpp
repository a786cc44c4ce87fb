// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/core/streamquota.h"
#include "tests/support/manualclock.h"

#include <QTest>

using hub::StreamQuota;
using Outcome = StreamQuota::Outcome;

/// The limits of a user. Clients that reconnect by themselves must come to rest below them.
class TestStreamQuota : public QObject
{
    Q_OBJECT

private slots:
    void init() { m_quota = std::make_unique<StreamQuota>(m_clock, limits()); }
    void theOldestGo_data();
    void theOldestGo();
    void nobodyIsNotLimited();
    void startsAreRefusedSoftly();
    void waitsGrowAndShrink();
    void anEvictedClientStaysAway();
    void clientsOfOneLookAreSentAwayOnceEach();
    void aPersonMayOpenAnotherPage();
    void twoPagesOverTheCapSettle();
    void usersAreForgotten();
    void newLimitsHold();
    void addressesBehindAProxyAreCounted();

private:
    static StreamQuota::Limits limits() { return {3, 5, 10, 4}; }
    static StreamQuota::Caller caller(const QByteArray &instance = "tab", bool named = true)
    {
        return {"ann", false, instance, named, {}};
    }

    test::ManualClock m_clock;
    std::unique_ptr<StreamQuota> m_quota;
};

void TestStreamQuota::theOldestGo_data()
{
    QTest::addColumn<bool>("admin");
    QTest::addColumn<int>("most");
    QTest::newRow("user") << false << 3;
    QTest::newRow("admin") << true << 5;
}

void TestStreamQuota::theOldestGo()
{
    QFETCH(bool, admin);
    QFETCH(int, most);
    StreamQuota::Caller ann = caller();
    ann.admin = admin;
    const StreamQuota::Caller bob{"bob", admin, "tab", true, {}};
    for (qint64 id = 1; id <= most; ++id) {
        QVERIFY(m_quota->opened(id, ann).empty());
        QVERIFY(m_quota->opened(100 + id, bob).empty());
    }
    QCOMPARE(m_quota->opened(50, ann), std::vector<qint64>{1});
    m_quota->closed(1, ann);
    m_quota->closed(2, ann); // closed by its client
    QVERIFY(m_quota->opened(51, ann).empty());
    QCOMPARE(m_quota->opened(52, ann), std::vector<qint64>{3});
}

void TestStreamQuota::nobodyIsNotLimited()
{
    const StreamQuota::Caller nobody{{}, true, "tab", true, {}};
    for (qint64 id = 1; id <= 1000; ++id) {
        QCOMPARE(m_quota->start(nobody, false).outcome, Outcome::Admitted);
        QVERIFY(m_quota->opened(id, nobody).empty());
        m_quota->evicted(nobody);
    }
    QCOMPARE(m_quota->users(), std::size_t(0));
}

void TestStreamQuota::startsAreRefusedSoftly()
{
    for (int i = 0; i < 10; ++i)
        QCOMPARE(m_quota->start(caller(), false).outcome, Outcome::Admitted);
    const StreamQuota::Decision refused = m_quota->start(caller(), false);
    QCOMPARE(refused.outcome, Outcome::Refused);
    QVERIFY(refused.wait.count() >= 2000);
    QCOMPARE(m_quota->start({"bob", false, "tab", true, {}}, false).outcome, Outcome::Admitted);
    m_clock.advance(6000); // a tenth of a minute allows one of ten starts
    QCOMPARE(m_quota->start(caller(), false).outcome, Outcome::Admitted);
    QCOMPARE(m_quota->start(caller(), false).outcome, Outcome::Refused);
}

void TestStreamQuota::waitsGrowAndShrink()
{
    for (int i = 0; i < 10; ++i)
        (void)m_quota->start(caller(), false);
    qint64 least = 2000;
    for (int i = 0; i < 12; ++i) {
        const qint64 wait = m_quota->start(caller(), false).wait.count();
        QVERIFY2(wait >= least && wait < 2 * least, qPrintable(QString::number(wait)));
        least = std::min<qint64>(2 * least, 120'000);
    }
    m_clock.advance(3'600'000);
    for (int i = 0; i < 10; ++i)
        QCOMPARE(m_quota->start(caller(), false).outcome, Outcome::Admitted);
    QVERIFY(m_quota->start(caller(), false).wait.count() < 4000);
}

void TestStreamQuota::anEvictedClientStaysAway()
{
    m_quota->evicted(caller("a"));
    // The client is refused whether or not it reports a reconnect.
    QCOMPARE(m_quota->start(caller("a"), false).outcome, Outcome::SentAway);
    QCOMPARE(m_quota->start(caller("a"), true).outcome, Outcome::SentAway);
    QCOMPARE(m_quota->start(caller("b"), true).outcome, Outcome::Admitted);
    QCOMPARE(m_quota->start({"bob", false, "a", true, {}}, true).outcome, Outcome::Admitted);
    m_clock.advance(15 * 60'000);
    QCOMPARE(m_quota->start(caller("a"), true).outcome, Outcome::Admitted);
}

/// Tabs of one browser without a client name: some of them were evicted, the others were not.
void TestStreamQuota::clientsOfOneLookAreSentAwayOnceEach()
{
    const StreamQuota::Caller look = caller("127.0.0.1 Browser", false);
    m_quota->evicted(look);
    m_quota->evicted(look);
    QCOMPARE(m_quota->start(look, true).outcome, Outcome::SentAway);
    QCOMPARE(m_quota->start(look, true).outcome, Outcome::SentAway);
    QCOMPARE(m_quota->start(look, true).outcome, Outcome::Admitted);
}

void TestStreamQuota::aPersonMayOpenAnotherPage()
{
    const StreamQuota::Caller look = caller("127.0.0.1 Browser", false);
    m_quota->evicted(look);
    QCOMPARE(m_quota->start(look, false).outcome, Outcome::Admitted);
    // This is a later reconnect of the evicted page.
    QCOMPARE(m_quota->start(look, true).outcome, Outcome::SentAway);
}

/// Five EventSources with a limit of three streams. They reconnect for an hour, whatever the answer
/// was.
void TestStreamQuota::twoPagesOverTheCapSettle()
{
    struct Client
    {
        QByteArray name;
        qint64 stream = 0;
        bool ended = false;
    };
    std::vector<Client> clients{{"a"}, {"b"}, {"c"}, {"d"}, {"e"}};
    qint64 lastId = 0;
    int evictions = 0;
    for (int second = 0; second < 3600; ++second, m_clock.advance(1000)) {
        for (Client &client : clients) {
            if (client.ended || client.stream != 0)
                continue;
            const auto decision = m_quota->start(caller(client.name), lastId > 4);
            client.ended = decision.outcome == Outcome::SentAway;
            if (decision.outcome != Outcome::Admitted)
                continue;
            client.stream = ++lastId;
            for (const qint64 gone : m_quota->opened(client.stream, caller(client.name))) {
                const auto evicted =
                    std::find_if(clients.begin(), clients.end(),
                                 [&](const Client &c) { return c.stream == gone; });
                QVERIFY(evicted != clients.end());
                evicted->stream = 0;
                ++evictions;
                m_quota->closed(gone, caller(evicted->name));
                m_quota->evicted(caller(evicted->name));
            }
        }
        m_quota->tick();
    }
    QCOMPARE(evictions, 2);
    QCOMPARE(lastId, 5);
    QCOMPARE(std::count_if(clients.begin(), clients.end(), [](const Client &c) { return c.ended; }),
             2);
}

void TestStreamQuota::usersAreForgotten()
{
    QCOMPARE(m_quota->start(caller(), false).outcome, Outcome::Admitted);
    QVERIFY(m_quota->opened(1, caller()).empty());
    for (int i = 0; i < 1000; ++i) // the record of one user is bounded
        m_quota->evicted(caller(QByteArray::number(i)));
    m_clock.advance(3'600'000);
    m_quota->tick();
    QCOMPARE(m_quota->users(), std::size_t(1));
    m_quota->closed(1, caller());
    m_quota->tick();
    QCOMPARE(m_quota->users(), std::size_t(0));
    m_quota->closed(1, caller()); // closing for an unknown user is harmless
}

void TestStreamQuota::newLimitsHold()
{
    for (qint64 id = 1; id <= 3; ++id)
        QVERIFY(m_quota->opened(id, caller()).empty());
    m_quota->configure({2, 5, 10, 4});
    QCOMPARE(m_quota->opened(4, caller()), (std::vector<qint64>{1, 2}));
}

void TestStreamQuota::addressesBehindAProxyAreCounted()
{
    const auto of = [](const QByteArray &user, const QByteArray &address) {
        return StreamQuota::Caller{user, false, "tab", true, address};
    };
    const StreamQuota::Caller nobody = of({}, "192.0.2.1");
    for (qint64 id = 1; id <= 4; ++id) {
        QCOMPARE(m_quota->start(nobody, false).outcome, Outcome::Admitted);
        QVERIFY(m_quota->opened(id, nobody).empty());
    }
    const StreamQuota::Decision refused = m_quota->start(of("ann", "192.0.2.1"), false);
    QCOMPARE(refused.outcome, Outcome::Refused);
    QCOMPARE(refused.bucket, QByteArray("streams_per_address"));
    QVERIFY(refused.wait.count() >= 30'000);
    QCOMPARE(m_quota->start(of({}, "192.0.2.2"), false).outcome, Outcome::Admitted);
    QCOMPARE(m_quota->start(of({}, {}), false).outcome, Outcome::Admitted);
    m_quota->closed(2, nobody);
    QCOMPARE(m_quota->start(nobody, false).outcome, Outcome::Admitted);
}

QTEST_APPLESS_MAIN(TestStreamQuota)
#include "tst_streamquota.moc"
