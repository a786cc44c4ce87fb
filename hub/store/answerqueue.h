// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/store/storerequest.h"

#include <condition_variable>
#include <mutex>

namespace hub {

/// Requests that the store's threads have answered, on their way to the hub thread. The result of a
/// read may be a page of a megabyte. The thread that makes pages waits until the earlier ones were
/// given out, so that few of them are in memory while the hub thread is busy. Any thread.
class AnswerQueue
{
public:
    /// Adds requests; true when there were none, so that somebody has to be told.
    bool push(StoreRequests requests);
    /// The same, but first waits until few pages are left. After close() it does not wait.
    bool pushPages(StoreRequests requests);

    /// Takes all that wait. Hub thread; followed by noteGiven().
    StoreRequests take();
    /// Says that the requests that were taken are out of memory.
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
