// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/filter/filter.h"

namespace hub {

/// The fields of an event in a filter.
enum class EventField { Event, Level, Job, Message, Id, Time, Age, Size };

/// Returns the fields that filters of events can name.
const FilterFields &eventFields();

} // namespace hub
