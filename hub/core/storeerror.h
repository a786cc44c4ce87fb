// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace hub {

/// Code of the error that answers a request when too many wait in its lane or in all lanes.
inline constexpr char storeBusy[] = "store_busy";
/// Code of the error that answers a request which the database could not run or commit.
inline constexpr char storeUnavailable[] = "store_unavailable";

} // namespace hub
