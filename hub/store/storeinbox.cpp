// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/store/storeinbox.h"

#include <algorithm>
#include <utility>

namespace hub {

StoreInbox::StoreInbox(const Options &options)
    : m_options(options)
    , m_laneRequests(std::max<qint64>(options.maxRequests * options.lanePercent / 100, 1))
    , m_laneBytes(options.maxBytes * options.lanePercent / 100)
{ }

StoreInbox::Lane &StoreInbox::laneOf(const QByteArray &name, bool first)
{
    const auto found = m_byName.constFind(name);
    if (found != m_byName.constEnd())
        return **found;
    const auto made = m_lanes.insert(first ? m_lanes.begin() : m_lanes.end(), Lane{name, {}, 0});
    m_byName.insert(name, made);
    return *made;
}

bool StoreInbox::push(std::unique_ptr<StoreRequest> &request)
{
    const std::lock_guard lock(m_mutex);
    const qint64 bytes = request->bytes();
    const auto found = m_byName.constFind(request->lane());
    if (found != m_byName.constEnd()) {
        const Lane &lane = **found;
        if (static_cast<qint64>(lane.waiting.size()) >= m_laneRequests
            || lane.bytes + bytes > m_laneBytes)
            return false;
    }
    // A single request always fits: its size was limited when it was read.
    if (m_count > 0 && (m_count >= m_options.maxRequests || m_bytes + bytes > m_options.maxBytes))
        return false;
    Lane &lane = laneOf(request->lane(), false);
    lane.bytes += bytes;
    lane.waiting.push_back(std::move(request));
    m_bytes += bytes;
    ++m_count;
    if (m_count == m_wanted)
        m_changed.notify_one();
    return true;
}

/// Removes and returns the first request of the next lane, which then becomes the last in turn.
std::unique_ptr<StoreRequest> StoreInbox::next()
{
    const auto lane = m_lanes.begin();
    auto request = std::move(lane->waiting.front());
    lane->waiting.pop_front();
    lane->bytes -= request->bytes();
    m_bytes -= request->bytes();
    --m_count;
    if (lane->waiting.empty()) {
        m_byName.remove(lane->name);
        m_lanes.erase(lane);
    } else {
        m_lanes.splice(m_lanes.end(), m_lanes, lane);
    }
    return request;
}

StoreRequests StoreInbox::take(std::chrono::milliseconds patience)
{
    std::unique_lock lock(m_mutex);
    const auto isReady = [this] { return m_count >= m_wanted || m_closed; };
    m_wanted = 1;
    const bool gathers = m_options.gathering.count() > 0;
    if (m_changed.wait_for(lock, patience, isReady) && gathers && m_count < m_taken) {
        m_wanted = m_taken;
        m_changed.wait_for(lock, m_options.gathering, isReady);
    }
    StoreRequests taken;
    qint64 bytes = 0;
    while (m_count > 0 && taken.size() < m_options.takeRequests
           && (taken.empty() || bytes < m_options.takeBytes)) {
        taken.push_back(next());
        bytes += taken.back()->bytes();
    }
    m_taken = static_cast<qint64>(taken.size());
    m_wanted = 1;
    return taken;
}

void StoreInbox::giveBack(StoreRequests requests)
{
    const std::lock_guard lock(m_mutex);
    std::for_each(requests.rbegin(), requests.rend(), [this](auto &request) {
        Lane &lane = laneOf(request->lane(), true);
        lane.bytes += request->bytes();
        m_bytes += request->bytes();
        ++m_count;
        lane.waiting.push_front(std::move(request));
    });
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
