// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/store/storeinbox.h"

#include <algorithm>
#include <utility>

namespace hub {

StoreInbox::StoreInbox(int maxRequests, qint64 maxBytes)
    : m_maxRequests(static_cast<size_t>(std::max(maxRequests, 1)))
    , m_maxBytes(maxBytes)
{ }

bool StoreInbox::push(std::unique_ptr<StoreRequest> &request)
{
    const std::lock_guard lock(m_mutex);
    // A request alone always fits: its own size was bounded at the door.
    const bool fits = m_waiting.empty() || m_bytes + request->bytes() <= m_maxBytes;
    if (!fits || m_waiting.size() >= m_maxRequests)
        return false;
    m_bytes += request->bytes();
    m_waiting.push_back(std::move(request));
    if (m_waiting.size() == m_wanted)
        m_changed.notify_one();
    return true;
}

StoreRequests StoreInbox::take(std::chrono::milliseconds patience)
{
    std::unique_lock lock(m_mutex);
    const auto isReady = [this] { return m_waiting.size() >= m_wanted || m_closed; };
    m_wanted = 1;
    if (m_changed.wait_for(lock, patience, isReady) && m_waiting.size() < m_taken) {
        m_wanted = m_taken;
        m_changed.wait_for(lock, gathering, isReady);
    }
    m_taken = m_waiting.size();
    m_bytes = 0;
    return std::exchange(m_waiting, {});
}

void StoreInbox::close()
{
    const std::lock_guard lock(m_mutex);
    m_closed = true;
    m_changed.notify_all();
}

bool StoreInbox::isClosed() const
{
    const std::lock_guard lock(m_mutex);
    return m_closed;
}

} // namespace hub
