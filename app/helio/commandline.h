// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/helio/command.h"
#include "ui/client/hubnetwork.h"

#include <QStringList>

#include <memory>

namespace helio {

/// Runs what `words` (without the program's name) ask for: prints help or a complaint and returns
/// the exit code, or makes the command that is yet to be started.
struct Launch
{
    std::unique_ptr<Command> command; ///< Null = all is said already.
    int exitCode = Done;
};

Launch launch(QStringList words, ui::HubNetwork *network, Output *output);

} // namespace helio
