// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/store/storerequest.h"

#include <condition_variable>
#include <mutex>

namespace hub {

/// Answered requests on their way from the store's threads to the hub thread. Thread-safe.
///
/// The result of one read (a page) may take a megabyte. The reader thread therefore waits in
/// pushPages() while several pages are in memory. This bounds the memory when the hub thread is
/// busy.
class AnswerQueue
{
public:
    /// Adds requests. Returns true when the queue was empty: the caller must then wake the hub
    /// thread.
    bool push(StoreRequests requests);
    /// Like push(), but for pages. First waits until fewer than four pages are in memory. Does not
    /// wait after close().
    bool pushPages(StoreRequests requests);

    /// Takes all requests. Hub thread only. Call noteGiven() after they are destroyed.
    StoreRequests take();
    /// Notes that the taken requests are destroyed, and wakes pushPages().
    void noteGiven();

    /// Makes pushPages() return without waiting from now on.
    void close();

private:
    static constexpr std::size_t mostPages = 4;

    bool add(StoreRequests requests);

    std::mutex m_mutex;
    std::condition_variable m_given;
    StoreRequests m_requests;
    std::size_t m_pages = 0; ///< Pages in m_requests.
    std::size_t m_pagesTaken = 0; ///< Pages taken that may still be in memory.
    bool m_closed = false;
};

} // namespace hub
