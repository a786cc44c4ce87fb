// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/store/storeinbox.h"

#include <QDeadlineTimer>

#include <algorithm>
#include <utility>

namespace hub {

StoreInbox::StoreInbox(int maxRequests, qint64 maxBytes)
    : m_maxRequests(static_cast<size_t>(std::max(maxRequests, 1)))
    , m_maxBytes(maxBytes)
{ }

bool StoreInbox::push(std::unique_ptr<StoreRequest> &request)
{
    const QMutexLocker lock(&m_mutex);
    // A request alone always fits: its own size was bounded at the door.
    const bool fits = m_waiting.empty() || m_bytes + request->bytes() <= m_maxBytes;
    if (!fits || m_waiting.size() >= m_maxRequests)
        return false;
    m_bytes += request->bytes();
    m_waiting.push_back(std::move(request));
    m_changed.wakeOne();
    return true;
}

StoreRequests StoreInbox::take(std::chrono::milliseconds patience)
{
    const QMutexLocker lock(&m_mutex);
    const QDeadlineTimer deadline(patience);
    while (m_waiting.empty() && !m_closed) {
        if (!m_changed.wait(&m_mutex, deadline))
            break;
    }
    m_bytes = 0;
    return std::exchange(m_waiting, {});
}

void StoreInbox::close()
{
    const QMutexLocker lock(&m_mutex);
    m_closed = true;
    m_changed.wakeAll();
}

bool StoreInbox::isClosed() const
{
    const QMutexLocker lock(&m_mutex);
    return m_closed;
}

} // namespace hub
