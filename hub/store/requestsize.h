// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/core/store.h"

namespace hub {

/// About how many bytes a write holds in memory while it waits.
qint64 sizeOf(const Write &write);

} // namespace hub
