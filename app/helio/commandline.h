// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/helio/command.h"
#include "ui/client/hubnetwork.h"

#include <QStringList>

#include <memory>

namespace helio {

/// The result of launch(): a command to start, or the exit code of a finished run.
struct Launch
{
    std::unique_ptr<Command> command; ///< Not started yet. Null = the run is over.
    int exitCode = Done; ///< Valid only when `command` is null.
};

/// Parses the command line. `words` does not contain the program name. Returns the command, or
/// prints the help, the version or an error and returns the exit code. Sets the token of `network`.
/// `network` and `output` are not owned and must outlive the command.
Launch launch(QStringList words, ui::HubNetwork *network, Output *output);

} // namespace helio
