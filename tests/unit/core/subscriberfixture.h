// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/core/subscriber.h"
#include "tests/support/eventtext.h"
#include "tests/support/manualclock.h"
#include "tests/support/recordingsink.h"
#include "tests/support/snapshottext.h"

#include <QTest>

namespace test {

using namespace hub;
using namespace std::chrono_literals;

inline constexpr int partJobs =
    70; ///< So many jobs of 1,000 bytes fill a little more than one part of a snapshot.

inline std::shared_ptr<const Snapshot> snapshotOf(int jobs, const QByteArray &asOf = "e.7-0")
{
    const auto snapshot = std::make_shared<Snapshot>(asOf, true);
    for (int i = 0; i < jobs; ++i)
        snapshot->add(R"({"job_id":"j)" + QByteArray::number(i) + R"(","x":")"
                      + QByteArray(1'000, 'x') + "\"}");
    snapshot->finish(false);
    return snapshot;
}

/// The start of a stream on a history without events.
inline StreamStart emptyStart()
{
    StreamStart start;
    start.snapshot = snapshotOf(0, "e.0-0");
    return start;
}

inline StreamStart startWith(int jobs)
{
    StreamStart start;
    start.asOf = start.resumeAfter = {7, 0};
    start.snapshot = snapshotOf(jobs);
    return start;
}

inline QJsonObject lastData(const QByteArray &stream, const QByteArray &event)
{
    const qsizetype from = stream.lastIndexOf("event: " + event);
    return from < 0 ? QJsonObject()
                    : dataOf(stream.mid(from, stream.indexOf("\n\n", from) + 2 - from));
}

/// One subscriber of an event log, with a socket that takes as many bytes as the test allows.
class SubscriberFixture : public QObject, protected Subscriber::Host
{
protected:
    void readStore(Subscriber &subscriber) override { m_storeAsked << subscriber.cursor().ms; }
    void pumpLater(Subscriber &) override { ++m_pumps; }
    void ended(Subscriber &, CloseReason reason) override { m_ended = reason; }

    void reset();
    Subscriber &subscribe(const Subscription &subscription,
                          const StreamStart &start = emptyStart());
    void publish(const Event &event);
    void turn();
    void servePages(qint64 last);
    QByteArray sent() const { return m_record->taken; }

    ManualClock m_clock;
    std::unique_ptr<Metrics> m_metrics;
    std::unique_ptr<StreamMetrics> m_figures;
    std::unique_ptr<EventLog> m_log;
    std::unique_ptr<StreamContext> m_context;
    std::shared_ptr<SinkRecord> m_record;
    PackerPool m_pool;
    ByteBudget m_budget{{10'000'000, 10'000'000}};
    std::shared_ptr<Feed> m_feed;
    std::unique_ptr<Subscriber> m_subscriber;
    QList<qint64> m_storeAsked;
    int m_pumps = 0;
    std::optional<CloseReason> m_ended;
};

inline void SubscriberFixture::reset()
{
    m_metrics = std::make_unique<Metrics>();
    m_figures = std::make_unique<StreamMetrics>(*m_metrics);
    m_log = std::make_unique<EventLog>(EventId{}, EventLog::Limits{1'000'000, 50});
    m_context.reset(new StreamContext{*m_log, *m_figures, m_clock, "e", 2000ms, 1000});
    m_record = std::make_shared<SinkRecord>();
    m_storeAsked.clear();
    m_pumps = 0;
    m_ended.reset();
}

inline Subscriber &SubscriberFixture::subscribe(const Subscription &subscription,
                                                const StreamStart &start)
{
    StreamRequest request;
    request.subscription = subscription;
    request.cursor = "e.7-0";
    Subscriber::Host &host = *this;
    m_subscriber = std::make_unique<Subscriber>(
        1, request, std::make_unique<RecordingSink>(m_record), *m_context, host);
    m_feed = std::make_shared<Feed>(subscription, *m_log, m_pool, 1000);
    m_feed->join(m_subscriber.get());
    std::shared_ptr<SharedSnapshot> shared;
    if (start.snapshot) {
        shared = std::make_shared<SharedSnapshot>(
            start, *m_budget.take("client", start.snapshot->bytes()));
    }
    m_subscriber->start(m_feed, start, shared);
    return *m_subscriber;
}

inline void SubscriberFixture::publish(const Event &event)
{
    const EventId before = m_log->head();
    const quint64 position =
        m_log->append(encodeEntry(event, "e", m_clock.steadyMs()), conflates(event));
    if (m_feed->subscription().matches(m_log->at(position).event))
        m_feed->mark(position, before);
}

inline void SubscriberFixture::turn()
{
    if (m_feed->isMarked())
        m_subscriber->wake(m_feed->takeMark());
    while (std::exchange(m_pumps, 0) > 0)
        m_subscriber->pump();
}

/// Answers the subscriber's reads of the store with events up to `last`, until it reads no more.
inline void SubscriberFixture::servePages(qint64 last)
{
    for (qsizetype asked = 0; asked != m_storeAsked.size();) {
        asked = m_storeAsked.size();
        EventPage page;
        for (qint64 ms = m_storeAsked.last() + 1; ms <= last; ++ms)
            page.events.push_back(eventAt(ms, "a", EventType::Log, QByteArray(100, 'x')));
        page.scannedTo = {last, 0};
        m_subscriber->handlePage(page);
    }
}

} // namespace test
