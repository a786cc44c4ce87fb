// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/acceptor/deliveryacceptor.h"

namespace hub {

/// Executes write requests on the store's tables. Call it within a writing transaction only. An
/// answer is valid only after that transaction is committed. Writer thread only.
class Acceptor
{
public:
    Acceptor(StoreTables &tables, const Retention &retention, const Clock &clock);
    Q_DISABLE_COPY_MOVE(Acceptor)

    Written operator()(const CreateJob &request);
    Written operator()(const Publish &request);
    Written operator()(const PublishBatch &request);
    Written operator()(const Deliver &request);
    Written operator()(const Notify &request);
    Written operator()(const Revocation &request);

private:
    /// Answers a CreateJob whose id exists. The same fingerprint is a duplicate; another one, or a
    /// job that the caller may not see, is refused with `job_exists`.
    Written createAgain(const CreateJob &request, const Job &existing);
    /// Returns the job that the publish is about, by its id or else by its external id; null when
    /// there is none.
    const Job *jobOf(const Publish &request);
    /// Applies one publish. Sets `jobId` to the job's id, unless the publish is refused before the
    /// job is known.
    Receipt publish(const Publish &request, Written &written, QByteArray &jobId);
    /// Remembers the idempotency key for Retention::idempotencyAge. Does nothing for an empty key.
    void remember(const QByteArray &jobId, const QByteArray &key, EventId event);
    EventId createByPublish(const Publish &request, Written &written);

    StoreTables &m_tables;
    const Retention &m_retention;
    const Clock &m_clock;
    JobWriter m_jobs;
    DeliveryAcceptor m_deliveries;
};

} // namespace hub
