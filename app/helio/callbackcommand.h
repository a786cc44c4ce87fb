// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/helio/command.h"
#include "app/helio/joboptions.h"
#include "ui/client/hubapi.h"

namespace helio {

/// Implements `helio callback`: prints the URL to give RunPod with a job.
class CallbackCommand : public Command
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CallbackCommand)

public:
    CallbackCommand(const Context &context, const CallbackOptions &options);

    void start() override;

private:
    CallbackOptions m_options;
    ui::HubApi m_api;
};

} // namespace helio
