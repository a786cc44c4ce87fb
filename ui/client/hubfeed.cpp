// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/client/hubfeed.h"

#include "hub/base/clocktimer.h"
#include "hub/base/log.h"
#include "hub/base/timetext.h"
#include "ui/client/httprequest.h"
#include "ui/client/hubapi.h"
#include "ui/client/hubcontact.h"
#include "ui/client/hubstream.h"

#include <QJsonArray>

namespace ui {

namespace {

constexpr std::chrono::seconds listInterval{2};
/// The hub sends `hub.stats` each second. A stream without them for this long is dropped.
constexpr std::chrono::seconds statsPatience{10};

qint64 number(const QJsonObject &object, const char *name)
{
    return object.value(QLatin1String(name)).toInteger();
}

QByteArray bytes(const QJsonObject &object, const char *name)
{
    return object.value(QLatin1String(name)).toString().toUtf8();
}

ConnectionInfo connectionOf(const QJsonObject &object)
{
    ConnectionInfo info;
    info.id = number(object, "id");
    info.scope = bytes(object, "scope");
    info.topic = bytes(object, "topic");
    info.user = bytes(object, "user");
    info.remote = object.value(QLatin1String("remote")).toString();
    info.userAgent = object.value(QLatin1String("user_agent")).toString();
    info.client = bytes(object, "client");
    info.openedMs = hub::parseTime(bytes(object, "opened_at")).value_or(0);
    info.lagEvents = number(object, "lag_events");
    info.lag = std::chrono::milliseconds(number(object, "lag_ms"));
    info.backlogBytes = number(object, "backlog_bytes");
    info.bytesSent = number(object, "bytes_sent");
    info.eventsSent = number(object, "events_sent");
    info.conflated = number(object, "conflated");
    return info;
}

HubFigures statsOf(const QJsonObject &object)
{
    HubFigures stats;
    stats.connections = number(object, "connections");
    stats.connectionsPeak = number(object, "connections_peak");
    stats.eventsPerSecond = object.value(QLatin1String("events_per_s")).toDouble();
    stats.framesPerSecond = object.value(QLatin1String("deliveries_per_s")).toDouble();
    stats.bytesPerSecond = object.value(QLatin1String("bytes_per_s")).toDouble();
    stats.uptime = std::chrono::seconds(number(object, "uptime_s"));
    stats.storeHealthy = bytes(object, "store") != "degraded";
    stats.draining = object.value(QLatin1String("draining")).toBool();
    return stats;
}

} // namespace

class HubFeed::Private
{
public:
    Private(QNetworkAccessManager *manager, const hub::Clock &timeSource, HubFeed *feed);

    void setContact(HubContact *shared);
    void start(const QUrl &hub);
    void stop();

private:
    void handleStats(const HubFigures &stats);
    void handleNotice(const QByteArray &name, const QJsonObject &data);
    void handleDelivery(const DeliveryInfo &delivery);
    void askConnections();
    void handleConnections(const hub::Result<QJsonObject> &answer);

    HubFeed *q;
    QNetworkAccessManager *network;
    const hub::Clock &clock;
    HubStream stream;
    QPointer<HubContact> contact;
    hub::ClockTimer listTimer; ///< Time until the list is read again.
    std::unique_ptr<HubApi> api; ///< Also the context of the answers: none arrives after stop().
};

HubFeed::Private::Private(QNetworkAccessManager *manager, const hub::Clock &timeSource,
                          HubFeed *feed)
    : q(feed)
    , network(manager)
    , clock(timeSource)
    , stream(manager, timeSource)
    , listTimer(timeSource)
{
    connect(&listTimer, &hub::ClockTimer::timedOut, q, [this] { askConnections(); });
    connect(&stream, &HubStream::statusChanged, q, &HubFeed::statusChanged);
    connect(&stream, &HubStream::helloReceived, q, [this] { askConnections(); });
    connect(&stream, &HubStream::noticeReceived, q,
            [this](const QByteArray &name, const QJsonObject &data) { handleNotice(name, data); });
}

void HubFeed::Private::setContact(HubContact *shared)
{
    contact = shared;
    stream.setContact(shared);
    connect(&stream, &HubStream::statusChanged, shared, [shared](const LinkStatus &status) {
        if (status.state != LinkState::Live)
            shared->setBeatsDue(false);
    });
}

void HubFeed::Private::start(const QUrl &hub)
{
    stop();
    api = std::make_unique<HubApi>(network, hub, clock);
    stream.setUrl(hubUrl(hub, "/api/v1/events/hub", "client=" + clientInstance()));
    stream.start();
}

void HubFeed::Private::stop()
{
    listTimer.stop();
    api.reset();
    stream.forget();
    stream.stop();
}

void HubFeed::Private::handleNotice(const QByteArray &name, const QJsonObject &data)
{
    if (name == "hub.stats")
        handleStats(statsOf(data));
    else if (name == "hub.connection.opened")
        emit q->connectionOpened(connectionOf(data));
    else if (name == "hub.connection.closed")
        emit q->connectionClosed(number(data, "id"), bytes(data, "reason"));
    else if (name == "hub.delivery")
        handleDelivery(deliveryOf(data));
}

void HubFeed::Private::handleDelivery(const DeliveryInfo &delivery)
{
    if (delivery.id > 0)
        emit q->deliveryReceived(delivery);
}

void HubFeed::Private::handleStats(const HubFigures &stats)
{
    if (stream.watchdog() != statsPatience)
        stream.setWatchdog(statsPatience);
    if (contact) {
        contact->setBeatsDue(true);
        if (stats.draining)
            contact->noteDraining();
    }
    emit q->statsReceived(stats);
}

void HubFeed::Private::askConnections()
{
    listTimer.stop();
    if (api && stream.status().state == LinkState::Live) {
        api->get("/api/v1/admin/connections", api.get(),
                 [this](const hub::Result<QJsonObject> &answer) { handleConnections(answer); });
    }
}

void HubFeed::Private::handleConnections(const hub::Result<QJsonObject> &answer)
{
    listTimer.start(listInterval);
    if (!answer) {
        qCInfo(hub::lcClient) << "cannot read the list of connections:" << answer.error().message;
        return;
    }
    QList<ConnectionInfo> connections;
    const QJsonArray array = answer->value(QLatin1String("connections")).toArray();
    connections.reserve(array.size());
    for (const QJsonValue &value : array)
        connections << connectionOf(value.toObject());
    emit q->connectionsReceived(connections);
}

HubFeed::HubFeed(QNetworkAccessManager *network, const hub::Clock &clock, QObject *parent)
    : QObject(parent)
    , m_d(std::make_unique<Private>(network, clock, this))
{ }

HubFeed::~HubFeed() = default;

void HubFeed::setContact(HubContact *contact)
{
    m_d->setContact(contact);
}

void HubFeed::start(const QUrl &hub)
{
    m_d->start(hub);
}

void HubFeed::stop()
{
    m_d->stop();
}

} // namespace ui
