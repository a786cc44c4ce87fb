// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/store/answerqueue.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace hub {

bool AnswerQueue::push(StoreRequests requests)
{
    const std::lock_guard lock(m_mutex);
    return add(std::move(requests));
}

bool AnswerQueue::pushPages(StoreRequests requests)
{
    std::unique_lock lock(m_mutex);
    m_given.wait(lock, [this] { return m_pages + m_pagesTaken < mostPages || m_closed; });
    m_pages += requests.size();
    return add(std::move(requests));
}

bool AnswerQueue::add(StoreRequests requests)
{
    const bool wasEmpty = m_requests.empty();
    std::move(requests.begin(), requests.end(), std::back_inserter(m_requests));
    return wasEmpty;
}

StoreRequests AnswerQueue::take()
{
    const std::lock_guard lock(m_mutex);
    m_pagesTaken += std::exchange(m_pages, 0);
    return std::exchange(m_requests, {});
}

void AnswerQueue::noteGiven()
{
    {
        const std::lock_guard lock(m_mutex);
        m_pagesTaken = 0;
    }
    m_given.notify_one();
}

void AnswerQueue::close()
{
    {
        const std::lock_guard lock(m_mutex);
        m_closed = true;
    }
    m_given.notify_one();
}

} // namespace hub
