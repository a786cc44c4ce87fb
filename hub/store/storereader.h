// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/store/readsession.h"
#include "hub/store/storehealth.h"
#include "hub/store/storeinbox.h"

namespace hub {

/// The loop of the reader thread: one transaction for each request. It never writes, so that
/// commits do not wait for it.
class StoreReader
{
public:
    /// Called on the reader thread with each answered request.
    using Done = std::function<void(StoreRequests)>;

    StoreReader(std::unique_ptr<ReadSession> session, StoreInbox &inbox, StoreHealth &health,
                Done done);

    /// Runs until the inbox is closed. Requests that still wait then are not answered.
    void run();

private:
    void process(StoreRequest &request);

    const std::unique_ptr<ReadSession> m_session;
    StoreInbox &m_inbox;
    StoreHealth &m_health;
    const Done m_done;
};

} // namespace hub
