// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/hub/config.h"

namespace app {

/// Whether a variable is about a source: `HELIOGRAPH_SOURCES_…`.
bool isSourceVariable(const QString &variable);

/// `HELIOGRAPH_SOURCES_<NAME>_SECRETS_FILE`: paths, separated by commas, in place of what the file
/// says. NAME is that of the source in capitals, with `_` for all but letters and digits; those
/// that are built in are there too. An Error (`bad_config`) names the variable.
hub::Result<Config> readSourceVariable(Config config, const QString &variable,
                                       const QString &value);

} // namespace app
