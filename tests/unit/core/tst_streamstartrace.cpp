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
    /// Pumps until no pump is due.
    void pump(Subscriber &subscriber);

    std::optional<EventId> m_asked;
    int m_pumps = 0;
    bool m_ended = false;
};

namespace {

constexpr int last = 8; ///< The number of events, which are 1 ms apart.

/// An event log with one feed. A job that ends does so with the last event.
struct OneFeed
{
    explicit OneFeed(bool jobEnds) : endsWithJob(jobEnds)
    {
        if (endsWithJob) {
            subscription.scope = Scope::Job;
            subscription.jobs = {"a"};
        }
        feed = std::make_shared<Feed>(subscription, log, pool, 1'000);
    }

    void append(int ms)
    {
        const EventId before = log.head();
        const bool terminal = endsWithJob && ms == last;
        const Event event = eventAt(ms, "a", terminal ? EventType::Completed : EventType::Log);
        feed->mark(log.append(encodeEntry(event, "e", clock.steadyMs()), false), before);
    }

    const bool endsWithJob;
    test::ManualClock clock;
    Metrics metrics;
    StreamMetrics figures{metrics};
    EventLog log{EventId{}, EventLog::Limits{1'000'000, 50}};
    const StreamContext context{log, figures, clock, "e", 2000ms, 1'000};
    PackerPool pool;
    Subscription subscription;
    std::shared_ptr<Feed> feed;
};

} // namespace

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

void TestStreamStartRace::pump(Subscriber &subscriber)
{
    while (std::exchange(m_pumps, 0) > 0)
        subscriber.pump();
}

void TestStreamStartRace::neitherRepeatsNorMisses()
{
    QFETCH(int, published);
    QFETCH(int, asOf);
    QFETCH(bool, endsWithJob);
    m_ended = false;
    OneFeed one(endsWithJob);
    for (int ms = 1; ms <= published; ++ms)
        one.append(ms);
    if (one.feed->isMarked())
        (void)one.feed->takeMark();

    const auto record = std::make_shared<test::SinkRecord>();
    StreamRequest request;
    request.subscription = one.subscription;
    Subscriber::Host &host = *this;
    Subscriber subscriber(1, request, std::make_unique<test::RecordingSink>(record), one.context,
                          host);
    one.feed->join(&subscriber);
    StreamStart start;
    start.asOf = {asOf, 0};
    const bool over = endsWithJob && asOf == last;
    start.resumeAfter = over ? EventId{last - 1, 9} : start.asOf;
    subscriber.start(one.feed, start, nullptr);
    pump(subscriber);
    for (int ms = published + 1; ms <= last; ++ms) {
        one.append(ms);
        if (!m_ended)
            subscriber.wake(one.feed->takeMark());
        pump(subscriber);
    }

    QList<qint64> expected;
    for (int ms = over ? last : asOf + 1; ms <= last; ++ms)
        expected.append(ms);
    QCOMPARE(idsIn(record->taken), expected);
    QCOMPARE(m_ended, endsWithJob);
    QVERIFY(!m_asked);
}

QTEST_GUILESS_MAIN(TestStreamStartRace)
#include "tst_streamstartrace.moc"
