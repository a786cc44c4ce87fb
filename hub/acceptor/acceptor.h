// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/acceptor/deliveryacceptor.h"
#include "hub/base/result.h"
#include "hub/core/createjob.h"
#include "hub/core/notify.h"
#include "hub/core/publish.h"
#include "hub/core/revocation.h"

namespace hub {

/// Executes write requests on the store's tables. Call it within a writing transaction only. An
/// answer is valid only after that transaction is committed. Writer thread only.
class Acceptor
{
public:
    Acceptor(StoreTables &tables, const Retention &retention, const Clock &clock);
    Q_DISABLE_COPY_MOVE(Acceptor)

    // Each of these executes the write of the Store function with the same name.
    Result<Created> create(const CreateJob &request);
    Result<Published> publish(const Publish &request);
    PublishedBatch publishBatch(const std::vector<Publish> &items);
    Delivered deliver(const Deliver &request);
    Notified notify(const Notify &request);
    Result<void> revoke(const Revocation &request);

private:
    /// Answers a CreateJob whose id exists. The same fingerprint returns the job; another one, or a
    /// job that the caller may not see, is refused with `job_exists`.
    Result<Created> createAgain(const CreateJob &request, const Job &existing);
    /// Returns the job that the publish is about, by its id or else by its external id; null when
    /// there is none.
    const Job *jobOf(const Publish &request);
    /// Applies one publish and adds its events to `events`.
    Result<Receipt> apply(const Publish &request, Events &events);
    /// Applies one publish to its job, which exists.
    Result<Receipt> changeJob(const Job &job, const Publish &request, Events &events);
    /// Remembers the idempotency key for Retention::idempotencyAge. Does nothing for an empty key.
    void remember(const QByteArray &jobId, const QByteArray &key, EventId event);
    EventId createByPublish(const Publish &request, Events &events);

    StoreTables &m_tables;
    const Retention &m_retention;
    const Clock &m_clock;
    JobWriter m_jobs;
    DeliveryAcceptor m_deliveries;
};

} // namespace hub
