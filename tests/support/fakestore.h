// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/core/store.h"

#include <vector>

namespace test {

/// A store for unit tests: holds each call until the test answers it.
class FakeStore final : public hub::Store
{
public:
    /// A held call. Answer it with `answer(result)`.
    template<typename Request, typename T>
    struct Held
    {
        Request request;
        Answer<T> answer;
        QByteArray lane;
    };
    template<typename Request, typename T>
    using Calls = std::vector<Held<Request, T>>;

    struct Opening
    {
        hub::Subscription subscription;
        QByteArray cursor;
        hub::SnapshotLimits limits;
    };
    struct PageRead
    {
        hub::Subscription subscription;
        hub::EventId after;
        int limit = 0;
    };

    hub::EventId opened; ///< Returned by openedAt().
    // All calls of each kind, in order.
    Calls<hub::CreateJob, hub::Created> creates;
    Calls<hub::Publish, hub::Published> publishes;
    Calls<std::vector<hub::Publish>, hub::PublishedBatch> batches;
    Calls<hub::Deliver, hub::Delivered> delivers;
    Calls<hub::Notify, hub::Notified> notifies;
    Calls<hub::Revocation, void> revokes;
    Calls<QByteArray, std::optional<hub::Job>> jobReads;
    Calls<hub::JobQuery, hub::JobPage> jobLists;
    Calls<hub::JobCountsQuery, hub::JobCounts> countReads;
    Calls<hub::DeliveryQuery, std::vector<hub::Delivery>> deliveryLists;
    Calls<qint64, std::optional<hub::Delivery>> deliveryReads;
    Calls<Opening, hub::StreamStart> openings;
    Calls<PageRead, hub::EventPage> pageReads;

    QByteArray epoch() const override { return "fake"; }
    hub::EventId openedAt() const override { return opened; }
    const std::vector<hub::Revocation> &revocations() const override { return m_revocations; }
    hub::StoreStatus status() const override { return {}; }

    void create(hub::CreateJob request, Answer<hub::Created> answer,
                const QByteArray &lane = {}) override
    {
        creates.push_back({std::move(request), std::move(answer), lane});
    }
    void publish(hub::Publish request, Answer<hub::Published> answer,
                 const QByteArray &lane = {}) override
    {
        publishes.push_back({std::move(request), std::move(answer), lane});
    }
    void publishBatch(std::vector<hub::Publish> items, Answer<hub::PublishedBatch> answer,
                      const QByteArray &lane = {}) override
    {
        batches.push_back({std::move(items), std::move(answer), lane});
    }
    void deliver(hub::Deliver request, Answer<hub::Delivered> answer,
                 const QByteArray &lane = {}) override
    {
        delivers.push_back({std::move(request), std::move(answer), lane});
    }
    void notify(hub::Notify request, Answer<hub::Notified> answer,
                const QByteArray &lane = {}) override
    {
        notifies.push_back({std::move(request), std::move(answer), lane});
    }
    void revoke(hub::Revocation request, Answer<void> answer, const QByteArray &lane = {}) override
    {
        revokes.push_back({std::move(request), std::move(answer), lane});
    }
    void job(const QByteArray &id, Answer<std::optional<hub::Job>> answer,
             const QByteArray &lane = {}) override
    {
        jobReads.push_back({id, std::move(answer), lane});
    }
    void jobs(const hub::JobQuery &query, Answer<hub::JobPage> answer,
              const QByteArray &lane = {}) override
    {
        jobLists.push_back({query, std::move(answer), lane});
    }
    void jobCounts(const hub::JobCountsQuery &query, Answer<hub::JobCounts> answer,
                   const QByteArray &lane = {}) override
    {
        countReads.push_back({query, std::move(answer), lane});
    }
    void deliveries(const hub::DeliveryQuery &query, Answer<std::vector<hub::Delivery>> answer,
                    const QByteArray &lane = {}) override
    {
        deliveryLists.push_back({query, std::move(answer), lane});
    }
    void delivery(qint64 id, Answer<std::optional<hub::Delivery>> answer,
                  const QByteArray &lane = {}) override
    {
        deliveryReads.push_back({id, std::move(answer), lane});
    }
    void openStream(const hub::Subscription &subscription, const QByteArray &cursor,
                    const hub::SnapshotLimits &limits, Answer<hub::StreamStart> answer,
                    const QByteArray &lane = {}) override
    {
        openings.push_back({{subscription, cursor, limits}, std::move(answer), lane});
    }
    void eventsAfter(const hub::Subscription &subscription, hub::EventId after, int limit,
                     Answer<hub::EventPage> answer, const QByteArray &lane = {}) override
    {
        pageReads.push_back({{subscription, after, limit}, std::move(answer), lane});
    }

private:
    std::vector<hub::Revocation> m_revocations;
};

} // namespace test
