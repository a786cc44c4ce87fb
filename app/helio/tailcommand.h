// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/helio/command.h"
#include "app/helio/joboptions.h"
#include "ui/client/hubapi.h"
#include "ui/client/hubstream.h"

namespace helio {

/// Implements `helio tail`: prints events as they happen and reconnects when the stream is lost.
class TailCommand : public Command
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TailCommand)

public:
    TailCommand(const Context &context, const TailOptions &options);

    void start() override;

private:
    QUrl streamUrl() const;
    void askEpoch();
    void stream(const QByteArray &cursor);
    void connectSignals();
    void handleStatus(const ui::LinkStatus &status);
    void handleConnectionEnded(const QString &reason);
    void handleSnapshot(const ui::HubSnapshot &snapshot);
    void handleEvent(const ui::JobEvent &event);
    void print(const QByteArray &line);
    void giveUp(const QString &reason);
    void finish(int exitCode);

    TailOptions m_options;
    ui::HubApi m_api;
    ui::HubStream m_stream;
    bool m_everConnected = false;
    bool m_lost = false; ///< The user was told that the connection is lost.
    bool m_finished = false;
};

} // namespace helio
