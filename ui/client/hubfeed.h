// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/base/systemclock.h"
#include "ui/client/deliveryinfo.h"
#include "ui/client/linkstatus.h"

#include <QList>
#include <QMetaType>
#include <QObject>
#include <QUrl>

#include <chrono>
#include <memory>

class QNetworkAccessManager;

namespace ui {

class HubContact;

/// One open stream of the hub, as `GET /api/v1/admin/connections` and the `hub.connection.*` events
/// describe it.
struct ConnectionInfo
{
    qint64 id = 0;
    QByteArray scope; ///< `job jobs execution image notifications hub`
    QByteArray topic; ///< `job/abc`, `job/*`, `user/u1`, `hub`
    QByteArray user;
    QString remote;
    QString userAgent;
    QByteArray client; ///< The `client` parameter of the stream's URL, see clientInstance().
    /// Milliseconds since 1970 UTC.
    qint64 openedMs = 0;
    qint64 lagEvents = 0;
    std::chrono::milliseconds lag{0};
    qint64 backlogBytes = 0;
    qint64 bytesSent = 0;
    qint64 eventsSent = 0;
    /// Events skipped because a newer event of the same job had superseded them.
    qint64 conflated = 0;
};

/// The content of a `hub.stats` event, which the hub sends every second.
struct HubFigures
{
    qint64 connections = 0;
    qint64 connectionsPeak = 0;
    double eventsPerSecond = 0; ///< Events that the hub accepted.
    double framesPerSecond = 0; ///< Frames written to streams.
    double bytesPerSecond = 0;
    std::chrono::seconds uptime{0};
    bool storeHealthy = true;
    bool draining = false; ///< The hub is stopping.
};

/// Live figures and connections of the hub. Follows the stream `/api/v1/events/hub` with its own
/// reconnects and polls the list of connections.
class HubFeed : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(HubFeed)

public:
    /// `network` and `clock` are not owned and outlive this.
    explicit HubFeed(QNetworkAccessManager *network, const hub::Clock &clock = hub::systemClock(),
                     QObject *parent = nullptr);
    ~HubFeed() override;

    /// Shares what the feed learns with the other streams to the hub. Not owned, not null. Call it
    /// once, before start().
    void setContact(HubContact *contact);

    /// `hub` is the hub's base URL. Replaces an earlier start().
    void start(const QUrl &hub);
    void stop();

signals:
    void statusChanged(const ui::LinkStatus &status);
    void statsReceived(const ui::HubFigures &stats);
    /// The complete list. The hub is asked after every (re)connect, and again 2 s after each answer
    /// while the stream is live.
    void connectionsReceived(const QList<ui::ConnectionInfo> &connections);
    void connectionOpened(const ui::ConnectionInfo &connection);
    void connectionClosed(qint64 id, const QByteArray &reason);
    /// The hub received a webhook, or took one in again.
    void deliveryReceived(const ui::DeliveryInfo &delivery);

private:
    class Private;
    std::unique_ptr<Private> m_d;
};

} // namespace ui

Q_DECLARE_METATYPE(ui::ConnectionInfo)
Q_DECLARE_METATYPE(ui::HubFigures)
