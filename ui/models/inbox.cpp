// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/models/inbox.h"

#include <algorithm>

namespace ui {

namespace {

/// Returns whether the event is only a line of output or a progress: another event of the job, or
/// the merged progress, makes up for it in the list of jobs.
bool isMinor(const Arrival &arrival)
{
    const auto *event = std::get_if<JobEvent>(&arrival);
    return event
           && (event->delta.type == hub::EventType::Progress
               || event->delta.type == hub::EventType::Log);
}

bool isEvent(const Arrival &arrival)
{
    return std::holds_alternative<JobEvent>(arrival);
}

} // namespace

void Inbox::push(Arrival arrival)
{
    if (m_queue.size() >= m_limits.soft) {
        const auto *event = std::get_if<JobEvent>(&arrival);
        if (event && event->delta.type == hub::EventType::Progress) {
            ++m_missing;
            return merge(*event);
        }
    }
    if (m_queue.size() >= m_limits.hard)
        makeRoom();
    m_queue.push_back(std::move(arrival));
}

/// Keeps of two progress events of a job the newer one, with what only the older one says.
void Inbox::merge(const JobEvent &event)
{
    ++m_merged;
    JobEvent &kept = m_progress[event.delta.jobId];
    hub::JobDelta older = event.delta;
    if (kept.delta.id < event.delta.id)
        older = std::exchange(kept, event).delta;
    hub::JobDelta &now = kept.delta;
    if (older.id.isNull() || older.attempt != now.attempt)
        return;
    if (!now.progress)
        now.progress = older.progress;
    if (!now.step)
        now.step = older.step;
    if (!now.message)
        now.message = older.message;
}

void Inbox::makeRoom()
{
    for (const Arrival &waiting : m_queue) {
        const auto *event = std::get_if<JobEvent>(&waiting);
        if (event && event->delta.type == hub::EventType::Progress)
            merge(*event);
    }
    m_missing += static_cast<qint64>(std::erase_if(m_queue, isMinor));
    if (m_queue.size() < m_limits.hard)
        return;
    // The snapshot that must follow replaces what is dropped here. It does not contain link states
    // and epochs, so keep those.
    m_missing += std::count_if(m_queue.begin(), m_queue.end(), isEvent);
    std::erase_if(m_queue, [](const Arrival &waiting) {
        return !std::holds_alternative<LinkStatus>(waiting)
               && !std::holds_alternative<arrival::Epoch>(waiting);
    });
    m_progress.clear();
    m_overflowed = true;
}

QList<JobEvent> Inbox::takeMerged()
{
    return std::exchange(m_progress, {}).values();
}

Arrival Inbox::take()
{
    Arrival first = std::move(m_queue.front());
    m_queue.pop_front();
    return first;
}

} // namespace ui
