// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtGlobal>

#include <vector>

namespace hub {

/// Stores values under tokens. A token consists of a slot and the slot's generation, which grows
/// with each removal. So the token of a removed value does not find the next value in its slot. A
/// batch of events can therefore not confuse a descriptor with a closed one of the same number.
/// Generations repeat after 2^32 removals from a slot.
template<typename T>
class SlotTable
{
public:
    /// Stores `value` and returns its token, which is never 0.
    quint64 insert(T value)
    {
        quint32 slot = 0;
        if (m_free.empty()) {
            slot = static_cast<quint32>(m_slots.size());
            m_slots.emplace_back();
        } else {
            slot = m_free.back();
            m_free.pop_back();
        }
        Slot &entry = m_slots[slot];
        entry.value = std::move(value);
        entry.used = true;
        ++m_count;
        return quint64{entry.generation} << 32 | slot;
    }

    /// Returns the value, or null when it was removed. The pointer is valid until the next insert()
    /// and until the value is removed.
    T *find(quint64 token)
    {
        const auto slot = static_cast<quint32>(token);
        if (slot >= m_slots.size() || !m_slots[slot].used
            || m_slots[slot].generation != static_cast<quint32>(token >> 32))
            return nullptr;
        return &m_slots[slot].value;
    }

    /// Removes the value. Does nothing for an unknown token.
    void remove(quint64 token)
    {
        if (!find(token))
            return;
        Slot &entry = m_slots[static_cast<quint32>(token)];
        entry.value = T();
        entry.used = false;
        if (++entry.generation == 0) // with slot 0 the token would be 0, which means none
            entry.generation = 1;
        m_free.push_back(static_cast<quint32>(token));
        --m_count;
    }

    int count() const { return m_count; }

private:
    struct Slot
    {
        T value{};
        quint32 generation = 1;
        bool used = false;
    };
    std::vector<Slot> m_slots;
    std::vector<quint32> m_free;
    int m_count = 0;
};

} // namespace hub
