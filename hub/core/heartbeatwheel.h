// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtGlobal>

#include <algorithm>
#include <array>
#include <chrono>
#include <vector>

namespace hub {

/// When each subscriber is due for a heartbeat: one slot a second, one timer for all. Knows them by
/// number, so that one that left needs no removal: it is forgotten when its turn comes.
class HeartbeatWheel
{
public:
    static constexpr std::chrono::seconds shortest{5};
    static constexpr std::chrono::seconds longest{60};

    /// Due for the first time after its interval, which is kept within [shortest, longest].
    void add(qint64 subscriber, std::chrono::seconds interval)
    {
        const auto seconds = std::clamp(interval, shortest, longest);
        const auto slot = (m_hand + static_cast<std::size_t>(seconds.count())) % slotCount;
        m_slots[slot].push_back({subscriber, seconds});
    }

    /// One second went by: calls `beat(subscriber) -> bool` for those that are due now; each for
    /// which it is true is due again after its interval.
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
        64; // more than `longest`, so that no interval laps the hand

    std::array<std::vector<Entry>, slotCount> m_slots;
    std::size_t m_hand = 0;
};

} // namespace hub
