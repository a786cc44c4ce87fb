// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/models/inbox.h"

namespace ui {

void Inbox::push(Arrival arrival)
{
    if (m_queue.size() >= m_limits.soft) {
        const auto *event = std::get_if<JobEvent>(&arrival);
        if (event && event->delta.type == hub::EventType::Progress) {
            ++m_merged;
            return;
        }
    }
    if (m_queue.size() >= m_limits.hard) {
        // The snapshot that must follow replaces what is dropped here. It does not contain link
        // states and epochs, so keep those.
        std::erase_if(m_queue, [](const Arrival &waiting) {
            return !std::holds_alternative<LinkStatus>(waiting)
                   && !std::holds_alternative<arrival::Epoch>(waiting);
        });
        m_overflowed = true;
    }
    m_queue.push_back(std::move(arrival));
}

Arrival Inbox::take()
{
    Arrival first = std::move(m_queue.front());
    m_queue.pop_front();
    return first;
}

} // namespace ui
