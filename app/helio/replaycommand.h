// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/helio/command.h"
#include "app/helio/operateoptions.h"
#include "ui/client/hubapi.h"

namespace helio {

/// Implements `helio replay`: replays deliveries one after the other. Named deliveries come in the
/// order of the command line, selected deliveries come oldest first.
class ReplayCommand : public Command
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ReplayCommand)

public:
    ReplayCommand(const Context &context, const ReplayOptions &options);

    void start() override;

private:
    void askPage(qint64 before);
    void handlePage(const QJsonObject &answer);
    void lookUpNext();
    void replayAll();
    void replayNext();
    void print(const QJsonObject &delivery, const QJsonObject &outcome);

    const ReplayOptions m_options;
    ui::HubApi m_api;
    QList<QJsonObject> m_deliveries; ///< Still to be replayed, the last element first.
    qsizetype m_known = 0; ///< How many ids of the command line have been looked up.
    bool m_refused = false; ///< At least one replay failed.
};

} // namespace helio
