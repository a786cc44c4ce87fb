// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/helio/command.h"
#include "app/helio/operateoptions.h"

namespace helio {

/// Implements `helio check`: checks a configuration file of heliographd. Contacts no hub.
class CheckCommand : public Command
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CheckCommand)

public:
    CheckCommand(const Context &context, const CheckOptions &options);

    void start() override;

private:
    const CheckOptions m_options;
};

} // namespace helio
