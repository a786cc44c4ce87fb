// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/core/subscriber.h"
#include "tests/support/eventtext.h"
#include "tests/support/manualclock.h"
#include "tests/support/recordingsink.h"

#include <QTest>

using namespace hub;
using namespace std::chrono_literals;
using test::eventAt;
using test::idsIn;

/// The store reads beside the commits. It may therefore describe a stream's start before or after
/// the events up to that point are published.
class TestStreamStartRace : public QObject, private Subscriber::Host
{
    Q_OBJECT

private slots:
    void neitherRepeatsNorMisses_data();
    void neitherRepeatsNorMisses();

private:
    void readStore(Subscriber &subscriber) override { m_asked = subscriber.cursor(); }
    void pumpLater(Subscriber &) override { ++m_pumps; }
    void ended(Subscriber &, CloseReason) override { m_ended = true; }

    std::optional<EventId> m_asked;
    int m_pumps = 0;
    bool m_ended = false;
};

void TestStreamStartRace::neitherRepeatsNorMisses_data()
{
    QTest::addColumn<int>("published"); // events published when the stream opens
    QTest::addColumn<int>("asOf");
    QTest::addColumn<bool>("endsWithJob");
    for (const int published : {0, 3, 5, 8}) {
        for (const int asOf : {1, 3, 5, 8}) {
            for (const bool ends : {false, true})
                QTest::addRow("%d published, as of %d%s", published, asOf, ends ? ", ends" : "")
                    << published << asOf << ends;
        }
    }
}

void TestStreamStartRace::neitherRepeatsNorMisses()
{
    QFETCH(int, published);
    QFETCH(int, asOf);
    QFETCH(bool, endsWithJob);
    constexpr int last = 8;
    m_ended = false;
    test::ManualClock clock;
    Metrics metrics;
    StreamMetrics figures(metrics);
    EventLog log(EventId{}, EventLog::Limits{1'000'000, 50});
    const StreamContext context{log, figures, clock, "e", 2000ms, 1'000};
    PackerPool pool;
    Subscription subscription;
    if (endsWithJob) {
        subscription.scope = Scope::Job;
        subscription.jobs = {"a"};
    }
    const auto feed = std::make_shared<Feed>(subscription, log, pool, 1'000);
    std::unique_ptr<Subscriber> subscriber;
    const auto publish = [&](int ms) {
        const EventId before = log.head();
        const bool terminal = endsWithJob && ms == last;
        const Event event = eventAt(ms, "a", terminal ? EventType::Completed : EventType::Log);
        const quint64 position = log.append(encodeEntry(event, "e", clock.steadyMs()), false);
        feed->mark(position, before);
        if (subscriber && !m_ended)
            subscriber->wake(feed->takeMark());
        while (subscriber && std::exchange(m_pumps, 0) > 0)
            subscriber->pump();
    };
    for (int ms = 1; ms <= published; ++ms)
        publish(ms);
    if (feed->isMarked())
        (void)feed->takeMark();
    const auto record = std::make_shared<test::SinkRecord>();
    StreamRequest request;
    request.subscription = subscription;
    Subscriber::Host &host = *this;
    subscriber = std::make_unique<Subscriber>(
        1, request, std::make_unique<test::RecordingSink>(record), context, host);
    feed->join(subscriber.get());
    StreamStart start;
    start.asOf = {asOf, 0};
    const bool over = endsWithJob && asOf == last;
    start.resumeAfter = over ? EventId{last - 1, 9} : start.asOf;
    subscriber->start(feed, start, nullptr);
    while (std::exchange(m_pumps, 0) > 0)
        subscriber->pump();
    for (int ms = published + 1; ms <= last; ++ms)
        publish(ms);
    QList<qint64> expected;
    for (int ms = over ? last : asOf + 1; ms <= last; ++ms)
        expected.append(ms);
    QCOMPARE(idsIn(record->taken), expected);
    QCOMPARE(m_ended, endsWithJob);
    QVERIFY(!m_asked);
}

QTEST_GUILESS_MAIN(TestStreamStartRace)
#include "tst_streamstartrace.moc"
