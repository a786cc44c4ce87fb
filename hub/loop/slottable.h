// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtGlobal>

#include <vector>

namespace hub {

/// Values under tokens of slot and generation: the token of a removed value never finds the one
/// that took its slot, which is what makes a descriptor closed and reused within one batch of
/// events harmless.
template<typename T>
class SlotTable
{
public:
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

    /// The value, or null when it was removed. Valid until the next insert.
    T *find(quint64 token)
    {
        const auto slot = static_cast<quint32>(token);
        if (slot >= m_slots.size() || !m_slots[slot].used
            || m_slots[slot].generation != static_cast<quint32>(token >> 32))
            return nullptr;
        return &m_slots[slot].value;
    }

    void remove(quint64 token)
    {
        if (!find(token))
            return;
        Slot &entry = m_slots[static_cast<quint32>(token)];
        entry.value = T();
        entry.used = false;
        if (++entry.generation == 0) // 0 would make the token "none"
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
