// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/hub/config.h"

namespace app {

/// Where a configuration comes from: a file, variables, flags. Read at start and at each reload,
/// with the same precedence.
struct ConfigOrigin
{
    QString file; ///< TOML; empty = none.
    QHash<QString, QString> environment;
    QString listen; ///< Flags stand over the rest; empty = not given.
    QString dataDir;
    QString logFormat;
};

/// Flags over variables over the file, checked. Blocks for as long as the file system takes.
hub::Result<Config> readConfig(const ConfigOrigin &origin);

} // namespace app
