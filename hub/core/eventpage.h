// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/wire/event.h"

#include <vector>

namespace hub {

/// Consecutive events of a subscription, read from the store.
struct EventPage
{
    std::vector<Event> events; ///< Matching, in id order.
    EventId scannedTo; ///< No matching event lies between the last event and this id.
};

} // namespace hub
