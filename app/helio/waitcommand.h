// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/helio/command.h"
#include "app/helio/joboptions.h"
#include "ui/client/jobsubscriptions.h"

namespace helio {

/// Implements `helio wait`: waits until a job ends and returns its outcome as the exit code.
class WaitCommand : public Command
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(WaitCommand)

public:
    WaitCommand(const Context &context, const WaitOptions &options);

    void start() override;

private:
    void handleEnd(const ui::JobEvent &event);
    void handleDisconnect(const ui::LinkStatus &status);

    WaitOptions m_options;
    ui::JobSubscriptions m_subscriptions;
    ui::JobSubscriptions::Handle m_handle;
    QTimer m_timeout;
};

} // namespace helio
