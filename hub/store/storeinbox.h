// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/store/storerequest.h"

#include <chrono>
#include <condition_variable>
#include <mutex>

namespace hub {

/// What waits for the worker, bounded by number and bytes. Any thread.
class StoreInbox
{
public:
    StoreInbox(int maxRequests, qint64 maxBytes);

    /// False, and `request` untouched, when it is full.
    bool push(std::unique_ptr<StoreRequest> &request);

    /// Everything that waits; waits itself when that is nothing, for `patience` at most or until it
    /// is closed.
    StoreRequests take(std::chrono::milliseconds patience);

    /// Lets take() return at once from now on; what is in it can still be taken.
    void close();
    bool isClosed() const;

private:
    mutable std::mutex m_mutex;
    std::condition_variable m_changed;
    StoreRequests m_waiting;
    qint64 m_bytes = 0;
    const size_t m_maxRequests;
    const qint64 m_maxBytes;
    bool m_closed = false;
};

} // namespace hub
