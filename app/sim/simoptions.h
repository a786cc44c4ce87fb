// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/sim/simulation.h"
#include "hub/base/result.h"

#include <QStringList>

namespace sim {

/// Reads the command line of heliosim. Prints and ends the process for `--help`. The error
/// `bad_option` names the option. Reads the files of secrets; no error has their content.
hub::Result<Simulation::Options> readOptions(const QStringList &arguments);

} // namespace sim
