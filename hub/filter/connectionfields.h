// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/filter/filter.h"

namespace hub {

/// The fields of an open stream in a filter.
enum class ConnectionField {
    Topic,
    User,
    Agent,
    Address,
    Scope,
    Is,
    Id,
    Lag,
    Delay,
    Backlog,
    Sent,
    Events,
    Age,
    Since
};

/// Bits of ConnectionField::Is, in the order of its words.
enum ConnectionIsBit : quint32 { IsOwn = 1, IsSlow = 2 };

/// Returns the fields that filters of open streams can name.
const FilterFields &connectionFields();

} // namespace hub
