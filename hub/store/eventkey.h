// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/wire/eventid.h"

#include <algorithm>
#include <limits>

namespace hub {

/// An event id as the one integer by which the events table is ordered. One past the range, which
/// only a cursor of a client can be, gets the nearest place that keeps the order.
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
