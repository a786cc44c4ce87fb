// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/store/storehealth.h"
#include "hub/store/storeinbox.h"
#include "hub/store/storesession.h"

#include <QDeadlineTimer>

#include <span>

namespace hub {

/// The loop of the store's thread: takes requests that wait, runs as many of them in one
/// transaction as its time allows, hands those back together. Between them it removes what is no
/// longer kept, and while commits fail, tries to commit again.
class StoreWorker
{
public:
    /// Gets the requests of one batch, in order, each with its result.
    using Done = std::function<void(StoreRequests)>;

    StoreWorker(std::unique_ptr<StoreSession> session, StoreInbox &inbox, StoreHealth &health,
                Done done);

    /// Until the inbox is closed and empty.
    void run();

private:
    using Requests = std::span<const std::unique_ptr<StoreRequest>>;

    std::chrono::milliseconds patience() const;
    void noteDamage();
    /// Returns how many it is done with, at least one; the rest was not begun.
    size_t process(Requests requests);
    /// Likewise. \c done is set when there is no failure.
    std::optional<SqlFailure> attempt(Requests requests, size_t &done);
    void noteFailure(const SqlFailure &failure);

    void maintain(bool idle);
    void checkpoint(bool idle);
    void probe();
    void settle();
    void sweep();
    /// By how many events, since the last sweep.
    qint64 grown() const;

    const std::unique_ptr<StoreSession> m_session;
    StoreInbox &m_inbox;
    StoreHealth &m_health;
    const Done m_done;

    Statement m_fillProbe;
    Statement m_emptyProbe;
    std::optional<SqlFailure> m_outage; ///< In the current batch: nothing more is tried.
    bool m_damaged = false; ///< Then for good: what is left is for whoever repairs it.
    QDeadlineTimer m_nextProbe;
    QDeadlineTimer m_nextSweep;
    bool m_sweeping = true; ///< A round of the retention has begun.
    int m_writesSinceSweep = 0; ///< Transactions, also those that failed.
    qint64 m_eventsAfterSweep = 0;
};

} // namespace hub
