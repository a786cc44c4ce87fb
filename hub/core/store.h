// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/base/result.h"
#include "hub/core/createjob.h"
#include "hub/core/deliver.h"
#include "hub/core/deliveryquery.h"
#include "hub/core/eventpage.h"
#include "hub/core/jobcounts.h"
#include "hub/core/jobquery.h"
#include "hub/core/notify.h"
#include "hub/core/publish.h"
#include "hub/core/revocation.h"
#include "hub/core/storestatus.h"
#include "hub/core/streamstart.h"
#include "hub/core/subscription.h"

#include <functional>

namespace hub {

/// Durable history. Every call is made on the hub thread, returns at once, and is answered on the
/// hub thread. After a failed commit, writes are answered `store_unavailable`. The store retries
/// and needs no restart.
///
/// A `lane` names the principal that a call is for (laneOf()). Writes of one lane keep their order,
/// and so do its reads. Lanes are served in turn. A call above the lane's share of the queue is
/// answered `store_busy`. A read answers from one moment of the history. It sees every write that
/// was answered before the call, and may see later ones.
///
/// Each write is atomic and gets its place in the commit order. Writes are answered in that order,
/// once they are on disk. Hub publishes the events of an answer, so call Hub for writes.
class Store
{
public:
    template<typename T>
    using Answer = std::function<void(Result<T>)>;

    virtual ~Store() = default;

    /// Returns the name of this history.
    virtual QByteArray epoch() const = 0;
    /// Returns the id of the last event when the store was opened.
    virtual EventId openedAt() const = 0;
    /// Returns the revocations in force when the store was opened.
    virtual const std::vector<Revocation> &revocations() const = 0;
    virtual StoreStatus status() const = 0;

    /// Creates a job. Without a lane, the lane is the owner of the job. Errors: `invalid_job_id`,
    /// `job_exists`, `external_id_taken`.
    virtual void create(CreateJob request, Answer<Created> answer, const QByteArray &lane = {}) = 0;
    /// Applies a change to a job. Without a lane, the lane is the publisher. Errors:
    /// `illegal_transition`, `invalid_job_id`, `unknown_job`, `external_id_taken`,
    /// `reserved_job_id`.
    virtual void publish(Publish request, Answer<Published> answer,
                         const QByteArray &lane = {}) = 0;
    /// Applies several changes in one commit. Each succeeds or fails by itself, with the errors of
    /// publish(). Other writes wait for the whole batch, so keep it small. Without a lane, the lane
    /// is the publisher of the first item.
    virtual void publishBatch(std::vector<Publish> items, Answer<PublishedBatch> answer,
                              const QByteArray &lane = {}) = 0;
    /// Stores a webhook and applies its changes. Without a lane, the lane is the source.
    virtual void deliver(Deliver request, Answer<Delivered> answer,
                         const QByteArray &lane = {}) = 0;
    /// Stores a notification.
    virtual void notify(Notify request, Answer<Notified> answer, const QByteArray &lane = {}) = 0;
    /// Stores a revocation.
    virtual void revoke(Revocation request, Answer<void> answer, const QByteArray &lane = {}) = 0;

    virtual void job(const QByteArray &id, Answer<std::optional<Job>> answer,
                     const QByteArray &lane = {}) = 0;
    virtual void jobs(const JobQuery &query, Answer<JobPage> answer,
                      const QByteArray &lane = {}) = 0;
    /// Answers how many jobs there are, without reading jobs.
    virtual void jobCounts(const JobCountsQuery &query, Answer<JobCounts> answer,
                           const QByteArray &lane = {}) = 0;
    /// Answers with matching deliveries, newest first, without their bodies.
    virtual void deliveries(const DeliveryQuery &query, Answer<std::vector<Delivery>> answer,
                            const QByteArray &lane = {}) = 0;
    virtual void delivery(qint64 id, Answer<std::optional<Delivery>> answer,
                          const QByteArray &lane = {}) = 0;

    /// Answers how a stream with this subscription begins. `cursor` is the text from the client;
    /// empty = none. `limits` apply to the snapshot.
    virtual void openStream(const Subscription &subscription, const QByteArray &cursor,
                            const SnapshotLimits &limits, Answer<StreamStart> answer,
                            const QByteArray &lane = {}) = 0;
    /// Answers with up to `limit` matching events after `after`. Fails with `history_evicted` when
    /// some of them may have been removed, so a reader never skips a hole.
    virtual void eventsAfter(const Subscription &subscription, EventId after, int limit,
                             Answer<EventPage> answer, const QByteArray &lane = {}) = 0;
};

} // namespace hub
