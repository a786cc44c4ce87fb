// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/core/store.h"
#include "tests/support/subscriptions.h"

#include <QTest>

#include <memory>

namespace test {

/// Synchronous calls of a store: each one runs the event loop until its answer arrives, at most 30
/// s.
class StoreCalls
{
public:
    explicit StoreCalls(hub::Store &store) : m_store(store) { }

    hub::Result<hub::Created> create(hub::CreateJob request)
    {
        return wait<hub::Created>(
            [&](auto answer) { m_store.create(std::move(request), std::move(answer)); });
    }

    hub::Result<hub::Published> publish(hub::Publish request)
    {
        return wait<hub::Published>(
            [&](auto answer) { m_store.publish(std::move(request), std::move(answer)); });
    }

    /// Publishes a change as user "alice".
    hub::Result<hub::Published> publish(const QByteArray &job, hub::EventType type,
                                        std::optional<double> progress = std::nullopt,
                                        const QByteArray &key = {})
    {
        return publish(publishOf(job, type, progress, key));
    }

    hub::Result<hub::PublishedBatch> publishBatch(std::vector<hub::Publish> items)
    {
        return wait<hub::PublishedBatch>(
            [&](auto answer) { m_store.publishBatch(std::move(items), std::move(answer)); });
    }

    hub::Result<hub::Delivered> deliver(hub::Deliver request)
    {
        return wait<hub::Delivered>(
            [&](auto answer) { m_store.deliver(std::move(request), std::move(answer)); });
    }

    hub::Result<hub::Notified> notify(hub::Notify request)
    {
        return wait<hub::Notified>(
            [&](auto answer) { m_store.notify(std::move(request), std::move(answer)); });
    }

    hub::Result<void> revoke(hub::Revocation request)
    {
        return wait<void>(
            [&](auto answer) { m_store.revoke(std::move(request), std::move(answer)); });
    }

    static hub::Publish publishOf(const QByteArray &job, hub::EventType type,
                                  std::optional<double> progress = std::nullopt,
                                  const QByteArray &key = {})
    {
        hub::Publish request;
        request.change.jobId = job;
        request.change.type = type;
        request.change.progress = progress;
        request.idempotencyKey = key;
        request.publisher = QByteArrayLiteral("alice");
        return request;
    }

    static hub::CreateJob createOf(const QByteArray &job, const QByteArray &externalId = {})
    {
        hub::CreateJob request;
        request.job.id = job;
        request.job.owner = QByteArrayLiteral("alice");
        request.job.externalId = externalId;
        request.fingerprint = job + externalId;
        return request;
    }

    std::optional<hub::Job> job(const QByteArray &id)
    {
        auto answer =
            wait<std::optional<hub::Job>>([&](auto done) { m_store.job(id, std::move(done)); });
        return answer ? *answer : std::nullopt;
    }

    hub::Result<hub::JobCounts> jobCounts(const hub::JobCountsQuery &query = {})
    {
        return wait<hub::JobCounts>(
            [&](auto answer) { m_store.jobCounts(query, std::move(answer)); });
    }

    hub::Result<hub::JobPage> jobs(const hub::JobQuery &query)
    {
        return wait<hub::JobPage>([&](auto answer) { m_store.jobs(query, std::move(answer)); });
    }

    std::vector<hub::Delivery> deliveries(const hub::DeliveryQuery &query = {})
    {
        auto answer = wait<std::vector<hub::Delivery>>(
            [&](auto done) { m_store.deliveries(query, std::move(done)); });
        return answer ? *answer : std::vector<hub::Delivery>();
    }

    std::optional<hub::Delivery> delivery(qint64 id)
    {
        auto answer = wait<std::optional<hub::Delivery>>(
            [&](auto done) { m_store.delivery(id, std::move(done)); });
        return answer ? *answer : std::nullopt;
    }

    hub::StreamStart open(const hub::Subscription &subscription, const QByteArray &cursor = {},
                          const hub::SnapshotLimits &limits = {})
    {
        auto answer = wait<hub::StreamStart>(
            [&](auto done) { m_store.openStream(subscription, cursor, limits, std::move(done)); });
        return answer ? *answer : hub::StreamStart();
    }

    hub::EventPage eventsAfter(const hub::Subscription &subscription, hub::EventId after, int limit)
    {
        auto answer = wait<hub::EventPage>(
            [&](auto done) { m_store.eventsAfter(subscription, after, limit, std::move(done)); });
        return answer ? *answer : hub::EventPage();
    }

    /// All matching events after `after`, read in pages of `limit`.
    std::vector<hub::Event> allEvents(const hub::Subscription &subscription = {},
                                      hub::EventId after = {}, int limit = 1'000)
    {
        std::vector<hub::Event> all;
        while (true) {
            const hub::EventPage page = eventsAfter(subscription, after, limit);
            all.insert(all.end(), page.events.begin(), page.events.end());
            if (page.scannedTo <= after) // at the head, or after a failure
                return all;
            after = page.scannedTo;
        }
    }

private:
    template<typename T, typename Call>
    hub::Result<T> wait(const Call &call)
    {
        // The result is shared, so that an answer that arrives after the timeout still has a place
        // to go.
        auto result = std::make_shared<std::optional<hub::Result<T>>>();
        call(hub::Store::Answer<T>(
            [result](hub::Result<T> answer) { *result = std::move(answer); }));
        if (!QTest::qWaitFor([&] { return result->has_value(); }, 30'000))
            return hub::Error{QByteArrayLiteral("no_answer"), QStringLiteral("no answer in 30 s")};
        return std::move(**result);
    }

    hub::Store &m_store;
};

} // namespace test
