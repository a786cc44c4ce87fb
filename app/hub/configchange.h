// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/hub/config.h"

namespace app {

/// The differences between a running configuration and a new one.
struct ConfigChange
{
    Config next; ///< The new one, with the old values of keys that need a restart.
    QStringList changed; ///< Names of keys that differ and take effect at once.
    QStringList restart; ///< Names of keys that differ and need a restart.
};

/// Compares two configurations. The lists have names of keys, never values: some are secret.
ConfigChange changeOf(const Config &running, Config wanted);

} // namespace app
