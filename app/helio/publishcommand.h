// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/helio/command.h"
#include "app/helio/joboptions.h"
#include "ui/client/hubapi.h"

namespace helio {

/// Implements `helio publish`: publishes one event, and creates the job first if asked to.
class PublishCommand : public Command
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PublishCommand)

public:
    PublishCommand(const Context &context, const PublishOptions &options);

    void start() override;

private:
    void publish();
    void handleAnswer(const QJsonObject &answer);

    PublishOptions m_options;
    ui::HubApi m_api;
};

} // namespace helio
