// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/core/subscriber.h"
#include "tests/support/manualclock.h"
#include "tests/support/recordingsink.h"

#include <QTest>

using namespace hub;
using namespace std::chrono_literals;

/// A stream ends when the token that opened it expires.
class TestSubscriberToken : public QObject, private Subscriber::Host
{
    Q_OBJECT

private slots:
    void endsWithIt();

private:
    void readStore(Subscriber &) override { }
    void pumpLater(Subscriber &) override { }
    void ended(Subscriber &, CloseReason reason) override { m_ended = reason; }

    std::optional<CloseReason> m_ended;
};

void TestSubscriberToken::endsWithIt()
{
    test::ManualClock clock;
    Metrics metrics;
    StreamMetrics figures(metrics);
    EventLog log(EventId{}, EventLog::Limits{1'000'000, 50});
    StreamContext context{log, figures, clock, "e", 2000ms, 1000};
    PackerPool pool;
    const auto record = std::make_shared<test::SinkRecord>();
    StreamRequest request;
    request.expiresMs = clock.wallMs() + 90'000;
    Subscriber::Host &host = *this;
    Subscriber subscriber(1, request, std::make_unique<test::RecordingSink>(record), context, host);
    const auto feed = std::make_shared<Feed>(request.subscription, log, pool, 1000);
    feed->join(&subscriber);
    subscriber.start(feed, {}, nullptr);

    clock.advance(29'999);
    subscriber.checkToken();
    QVERIFY(!record->taken.contains("hub.token_expiring"));
    clock.advance(10'501);
    subscriber.checkToken();
    subscriber.checkToken();
    QCOMPARE(record->taken.count("event: hub.token_expiring\ndata: {\"in_s\":50}\n\n"), 1);
    clock.advance(49'499);
    subscriber.checkToken();
    QVERIFY(!m_ended);
    clock.advance(1);
    subscriber.checkToken();
    QCOMPARE(*m_ended, CloseReason::TokenExpired);
    QVERIFY(record->taken.contains(R"({"reason":"token_expired","reconnect":false)"));
}

QTEST_GUILESS_MAIN(TestSubscriberToken)
#include "tst_subscribertoken.moc"
