// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/hub/config.h"

namespace app {

/// What a hub that runs with one configuration has to do for another.
struct ConfigChange
{
    Config next; ///< The other one, but with what holds for a hub's life as it is.
    QStringList changed; ///< Names of keys that differ and can be taken over.
    QStringList restart; ///< Names of keys that differ and wait for a restart.
};

/// Names only, never values: some are secret.
ConfigChange changeOf(const Config &running, Config wanted);

} // namespace app
