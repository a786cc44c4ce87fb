// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/store/storerequest.h"

#include <condition_variable>
#include <mutex>

namespace hub {

/// Requests that were answered by the store's threads, on their way to the hub thread. Results of
/// reads may be pages of a megabyte each: whoever makes them waits until the earlier ones were
/// given out, so that a busy hub thread does not have many of them in memory. Any thread.
class AnswerQueue
{
public:
    /// Adds requests; true when there were none, so that somebody has to be told.
    bool push(StoreRequests requests);
    /// The same, but first waits until few pages are left. After close() it does not wait.
    bool pushPages(StoreRequests requests);

    /// Takes all that wait. Hub thread; followed by noteGiven().
    StoreRequests take();
    /// What was taken is out of memory.
    void noteGiven();

    /// Ends the waiting of pushPages().
    void close();

private:
    static constexpr std::size_t mostPages = 4;

    bool add(StoreRequests requests);

    std::mutex m_mutex;
    std::condition_variable m_given;
    StoreRequests m_requests;
    std::size_t m_pages = 0; ///< In m_requests.
    std::size_t m_pagesTaken = 0; ///< Taken, and perhaps still in memory.
    bool m_closed = false;
};

} // namespace hub
