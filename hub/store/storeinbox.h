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
    /// is closed. Who was just answered often asks again at once: for as many as the last time it
    /// waits a moment more, since they share the cost of a commit.
    StoreRequests take(std::chrono::milliseconds patience);

    /// Lets take() return at once from now on; what is in it can still be taken.
    void close();
    bool isClosed() const;

private:
    /// Less than a commit takes.
    static constexpr std::chrono::microseconds gathering{100};

    mutable std::mutex m_mutex;
    std::condition_variable m_changed;
    StoreRequests m_waiting;
    qint64 m_bytes = 0;
    size_t m_wanted = 1; ///< take() need not be woken for fewer.
    size_t m_taken = 0; ///< The last time.
    const size_t m_maxRequests;
    const qint64 m_maxBytes;
    bool m_closed = false;
};

} // namespace hub
