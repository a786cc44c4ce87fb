// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/store/deliveryacceptor.h"

namespace hub {

/// Carries out the writes of the store. Only within a transaction; an answer counts once that is
/// committed.
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
    Written createAgain(const CreateJob &request, const Job &existing);
    /// `jobId` is set to the job it is about.
    Receipt publish(const Publish &request, Written &written, QByteArray &jobId);
    void remember(const QByteArray &jobId, const QByteArray &key, EventId event);
    EventId createByPublish(const Publish &request, Written &written);

    StoreTables &m_tables;
    const Retention &m_retention;
    const Clock &m_clock;
    JobWriter m_jobs;
    DeliveryAcceptor m_deliveries;
};

} // namespace hub
