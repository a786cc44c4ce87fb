// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/core/jobstate.h"
#include "hub/wire/eventid.h"

#include <optional>

namespace hub {

/// The result of one published change that was not refused.
struct Receipt
{
    EventId event; ///< The event of the change. Null when the change was ignored.
    bool duplicate = false; ///< The change was accepted before; `event` is the earlier event.
    std::optional<Ignored> ignored{}; ///< Why the change had no effect. Never Ignored::Duplicate.
};

} // namespace hub
