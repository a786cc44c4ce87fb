// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/base/clock.h"

namespace ui {

// The widgets know the clock only by this name.
using Clock = hub::Clock;

} // namespace ui
