// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/base/result.h"
#include "hub/sqlite/sqlite.h"

namespace hub {

/// Migrates a database to the newest schema. Each numbered migration is one transaction. Fails with
/// `store_unusable`. A file of another program, or of a newer version, is refused before anything
/// is written to it.
Result<void> migrate(Database &database);

} // namespace hub
