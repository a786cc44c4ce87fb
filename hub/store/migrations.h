// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/base/result.h"
#include "hub/store/sqlite.h"

namespace hub {

/// Brings a database to the newest schema, each numbered migration in a transaction of its own. A
/// file that is not ours or was written by a newer version is refused before anything is written to
/// it.
Result<void> migrate(Database &database);

} // namespace hub
