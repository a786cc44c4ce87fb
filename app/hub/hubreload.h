// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/hub/config.h"
#include "hub/api/reloaded.h"
#include "hub/base/result.h"

namespace app {

class RunningHub;

/// Applies every change of a newly read configuration that needs no restart. Applies nothing when
/// `wanted` is an Error, or when the configuration is not accepted (`bad_config`).
hub::Result<hub::Reloaded> applyReload(RunningHub &running, hub::Result<Config> wanted);

/// Logs what a reload changed, or why it failed.
void logReload(const hub::Result<hub::Reloaded> &reloaded);

} // namespace app
