// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/helio/command.h"
#include "app/helio/operateoptions.h"
#include "app/helio/toptext.h"
#include "ui/client/hubapi.h"

namespace helio {

class Terminal;

/// Implements `helio top`: shows the connections of a hub and updates the screen every second.
/// Without a terminal it prints them once.
class TopCommand : public Command
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TopCommand)

public:
    TopCommand(const Context &context, const TopOptions &options);
    ~TopCommand() override;

    void start() override;
    bool wantsInterrupts() const override { return true; }
    void interrupt() override { finish(Interrupted); }

private:
    void refuse(const hub::Error &error);
    void printJson(const QJsonObject &answer);
    void handleStatus(const ui::LinkStatus &status);
    void handleConnections(const QList<ui::ConnectionInfo> &connections);
    void refresh();
    void show();
    void finish(int exitCode);

    const TopOptions m_options;
    ui::HubApi m_api;
    ui::HubFeed m_feed;
    TopView m_view;
    bool m_hasStats = false;
    bool m_hasConnections = false;
    bool m_everLive = false;
    bool m_finished = false;
    std::unique_ptr<Terminal> m_terminal; ///< Null unless the screen is shown.
};

} // namespace helio
