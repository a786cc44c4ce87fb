// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/client/hubapi.h"
#include "ui/client/hubfeed.h"
#include "ui/client/hubnetwork.h"
#include "ui/client/joblink.h"

#include <QObject>

#include <memory>

namespace ui {
class Session;
}

namespace app {

/// The client layer for one hub at a time, with all it delivers led into the session's inbox.
class HubConnection : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(HubConnection)

public:
    /// `session` is not owned.
    explicit HubConnection(ui::Session *session, QObject *parent = nullptr);

    /// `token` goes to this hub only; empty = none.
    void connectTo(const QUrl &hub, const QByteArray &token);
    void disconnectFromHub();
    void retryNow();
    void resync();

    /// Null before connectTo().
    ui::HubApi *api() { return m_api.get(); }
    QUrl hub() const { return m_hub; }

private:
    void leadIntoSession();
    void askForMissing(const QList<QByteArray> &ids);

    ui::Session *m_session;
    ui::HubNetwork m_network;
    ui::JobLink m_link{&m_network};
    ui::HubFeed m_feed{&m_network};
    std::unique_ptr<ui::HubApi> m_api;
    QUrl m_hub;
};

} // namespace app
