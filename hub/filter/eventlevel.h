// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/wire/event.h"

namespace hub {

/// The level of an event, in the order of the words of EventField::Level.
enum class EventLevel { Debug, Info, Warning, Error };

/// Returns the level of an event. This is the only rule for it; resources/docs/filters.md has it
/// for users. `sent` is the level of a log line as its producer sent it, and is ignored for events
/// of other types.
EventLevel eventLevel(EventType type, QByteArrayView sent);

/// Returns the bit of EventField::Level for a level.
quint32 levelBit(EventLevel level);

} // namespace hub
