// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtGlobal>

#include <algorithm>
#include <array>
#include <chrono>
#include <vector>

namespace hub {

/// Schedules the heartbeats of all subscribers: one slot for each second, one timer for all. It
/// knows subscribers by id. A closed subscriber needs no removal: its entry is dropped when it is
/// due.
class HeartbeatWheel
{
public:
    static constexpr std::chrono::seconds shortest{5};
    static constexpr std::chrono::seconds longest{60};

    /// Schedules a heartbeat after `interval`, which is clamped to [shortest, longest].
    void add(qint64 subscriber, std::chrono::seconds interval)
    {
        const auto seconds = std::clamp(interval, shortest, longest);
        const auto slot = (m_hand + static_cast<std::size_t>(seconds.count())) % slotCount;
        m_slots[slot].push_back({subscriber, seconds});
    }

    /// Advances the wheel by one second. Calls `beat(subscriber) -> bool` for each subscriber that
    /// is due. True schedules the next heartbeat after the interval.
    template<typename Beat>
    void tick(Beat beat)
    {
        m_hand = (m_hand + 1) % slotCount;
        std::vector<Entry> due;
        due.swap(m_slots[m_hand]);
        for (const Entry &entry : due)
            if (beat(entry.subscriber))
                add(entry.subscriber, entry.interval);
    }

private:
    struct Entry
    {
        qint64 subscriber = 0;
        std::chrono::seconds interval{};
    };
    static constexpr std::size_t slotCount =
        64; // more than `longest`, so that no interval goes around the wheel

    std::array<std::vector<Entry>, slotCount> m_slots;
    std::size_t m_hand = 0;
};

} // namespace hub
