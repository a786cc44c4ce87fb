// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/wire/eventid.h"

#include <algorithm>
#include <limits>

namespace hub {

/// Returns the integer key of an event in the events table. Keys have the order of the ids. An id
/// outside the valid range, which only a client's cursor can have, gets the nearest key.
constexpr qint64 keyOf(EventId id)
{
    if (id.ms > EventId::maxMs)
        return std::numeric_limits<qint64>::max();
    return std::max<qint64>(id.ms, 0) * (qint64{EventId::maxN} + 1) + std::min(id.n, EventId::maxN);
}

constexpr EventId idOfKey(qint64 key)
{
    return {key / (qint64{EventId::maxN} + 1), static_cast<quint32>(key & EventId::maxN)};
}

} // namespace hub
