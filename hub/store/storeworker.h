// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/store/storehealth.h"
#include "hub/store/storeinbox.h"
#include "hub/store/storesession.h"

#include <QDeadlineTimer>

#include <span>

namespace hub {

/// The loop of the writer thread. Takes waiting requests, runs as many in one transaction as its
/// time allows, and returns them together after the commit. Between batches it applies the
/// retention, settles and checkpoints. While commits fail, it tries again regularly.
class StoreWorker
{
public:
    /// Called on the writer thread with the requests of one batch, in order, each with its result.
    using Done = std::function<void(StoreRequests)>;

    StoreWorker(std::unique_ptr<StoreSession> session, StoreInbox &inbox, StoreHealth &health,
                Done done);

    /// Runs until the inbox is closed and empty.
    void run();

private:
    using Requests = std::span<const std::unique_ptr<StoreRequest>>;

    std::chrono::milliseconds patience() const;
    void noteDamage();
    /// Runs requests and fails those that cannot be stored. Returns how many are finished, at least
    /// one; the others were not started.
    size_t process(Requests requests);
    /// Runs requests in one transaction. Sets `done` to the number of finished requests, which is
    /// valid only without a failure.
    std::optional<SqlFailure> attempt(Requests requests, size_t &done);
    void noteFailure(const SqlFailure &failure);

    void maintain(bool idle);
    void checkpoint(bool idle);
    void probe();
    void settle();
    void sweep();
    /// Returns the number of events added since the last sweep.
    qint64 grown() const;

    const std::unique_ptr<StoreSession> m_session;
    StoreInbox &m_inbox;
    StoreHealth &m_health;
    const Done m_done;

    Statement m_fillProbe;
    Statement m_emptyProbe;
    /// Failure of the whole database in this batch: writes are not tried any more.
    std::optional<SqlFailure> m_outage;
    bool m_damaged = false; ///< The file is damaged: nothing is written until somebody repairs it.
    QDeadlineTimer m_nextProbe;
    QDeadlineTimer m_nextSweep;
    bool m_sweeping = true; ///< A round of the retention is running.
    int m_writesSinceSweep = 0; ///< Writing transactions, including failed ones.
    qint64 m_eventsAfterSweep = 0;
};

} // namespace hub
