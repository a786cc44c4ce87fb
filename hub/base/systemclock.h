// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/base/clock.h"

namespace hub {

/// Returns the clocks of the operating system. The object lives until the process ends, and is safe
/// to use from any thread. It is the default where a caller may give another clock.
const Clock &systemClock();

} // namespace hub
