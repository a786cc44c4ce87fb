// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/core/store.h"

namespace hub {

/// Returns the approximate memory of a waiting write, in bytes.
qint64 sizeOf(const Write &write);

} // namespace hub
