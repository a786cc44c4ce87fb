// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/hub/config.h"

namespace app {

/// Returns whether a variable configures a source: `HELIOGRAPH_SOURCES_…`.
bool isSourceVariable(const QString &variable);

/// Applies `HELIOGRAPH_SOURCES_<NAME>_SECRETS_FILE` to `config`. Its value is a list of paths,
/// separated by commas, that replaces the one of the file. NAME is the name of the source in
/// capitals, with `_` for all but letters and digits. It may also name a built-in source. An Error
/// `bad_config` names the variable.
hub::Result<Config> readSourceVariable(Config config, const QString &variable,
                                       const QString &value);

} // namespace app
