// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/filter/filter.h"

namespace hub {

/// The fields of an event in a filter.
enum class EventField { Event, Level, Job, Message, Id, Time, Age, Size };

/// Returns the fields that filters of events can name.
const FilterFields &eventFields();

/// Returns the bit of EventField::Level for a level as a producer sent it; 0 for another word.
quint32 levelBit(QByteArrayView level);

} // namespace hub
