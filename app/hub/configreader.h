// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/hub/config.h"

namespace app {

/// The origins of a configuration: a file, variables and flags. All are read at start and at each
/// reload, with the same precedence.
struct ConfigOrigin
{
    QString file; ///< TOML; empty = none.
    QHash<QString, QString> environment;
    QString listen; ///< This and the next two are flags; empty = not given.
    QString dataDir;
    QString logFormat;
};

/// Reads and checks the configuration. Flags override variables, and variables override the file.
/// Blocks on the file system. Fails with `bad_config`.
hub::Result<Config> readConfig(const ConfigOrigin &origin);

} // namespace app
