// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/client/hubstream.h"

#include "hub/base/log.h"
#include "hub/json/jsondocument.h"
#include "hub/json/jsonslice.h"
#include "hub/wire/topic.h"
#include "ui/client/hubcontact.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace ui {

namespace {

/// A `heartbeat_s` outside these bounds is ignored: it would make the watchdog useless. Hubs grant
/// 5 to 60 s.
constexpr std::chrono::seconds shortestHeartbeat{1};
constexpr std::chrono::seconds longestHeartbeat{300};

QByteArray bytes(const QJsonObject &object, const char *name)
{
    return object.value(QLatin1String(name)).toString().toUtf8();
}

std::chrono::milliseconds milliseconds(const QJsonObject &object, const char *name)
{
    return std::chrono::milliseconds(object.value(QLatin1String(name)).toInteger());
}

} // namespace

HubStream::HubStream(QNetworkAccessManager *network, const hub::Clock &clock, QObject *parent)
    : QObject(parent)
    , m_stream(network, clock)
{
    connect(&m_stream, &EventStream::statusChanged, this, &HubStream::statusChanged);
    connect(&m_stream, &EventStream::connectionEnded, this, &HubStream::connectionEnded);
    connect(&m_stream, &EventStream::eventReceived, this, &HubStream::handleEvent);
    connect(&m_stream, &EventStream::idReceived, this, &HubStream::handleId);
}

void HubStream::setContact(HubContact *contact)
{
    m_contact = contact;
    connect(&m_stream, &EventStream::bytesReceived, contact, &HubContact::noteBytes);
    connect(contact, &HubContact::resumed, this, [this] { m_stream.resume(); });
    connect(contact, &HubContact::reached, this, [this](const QObject *stream) {
        if (stream != this)
            m_stream.wake();
    });
}

void HubStream::setCursor(const QByteArray &wireId)
{
    m_cursor = hub::Cursor::parse(wireId);
    if (m_cursor)
        m_epoch = m_cursor->epoch;
    m_stream.setLastEventId(cursor());
}

void HubStream::forget()
{
    m_epoch.clear();
    setCursor({});
}

void HubStream::skipTo(const QByteArray &wireId)
{
    advance(wireId);
    m_stream.setLastEventId(cursor());
}

QByteArray HubStream::cursor() const
{
    return m_cursor ? m_cursor->toWire() : QByteArray();
}

void HubStream::advance(const QByteArray &wireId)
{
    const auto cursor = hub::Cursor::parse(wireId);
    if (cursor && (!m_cursor || m_cursor->epoch != cursor->epoch || m_cursor->id < cursor->id))
        m_cursor = cursor;
}

/// An id without an event moves the cursor only within its epoch. A change of the epoch here would
/// disable the check for duplicates of the current one.
void HubStream::handleId(const QByteArray &wireId)
{
    const auto cursor = hub::Cursor::parse(wireId);
    if (cursor && (!m_cursor || m_cursor->epoch == cursor->epoch))
        advance(wireId);
}

void HubStream::handleEvent(const hub::SseEvent &event)
{
    if (event.type.startsWith("hub."))
        return handleControl(event);
    const auto type = hub::parseEventType(event.type);
    if (type && *type != hub::EventType::Notification)
        return handleJobEvent(*type, event);
    qCDebug(hub::lcClient) << "event of an unknown type skipped:" << event.type;
}

void HubStream::handleControl(const hub::SseEvent &event)
{
    QJsonParseError error;
    const QJsonDocument document = hub::parseJson(event.data, &error);
    if (!document.isObject())
        return skip(event, error.errorString());
    const QJsonObject data = document.object();
    const QByteArray &name = event.type;
    if (name == "hub.hello")
        handleHello(data);
    else if (name == "hub.snapshot")
        handleSnapshot(event, data);
    else if (name == "hub.gap")
        handleGap(data);
    else if (name == "hub.closing")
        handleClosing(data);
    else if (name == "hub.refused")
        handleRefused(data);
    else if (name == "hub.end")
        handleEnd(data);
    else
        emit noticeReceived(name, data);
}

void HubStream::handleHello(const QJsonObject &data)
{
    const HubHello hello{bytes(data, "epoch"), bytes(data, "resumed"),
                         data.value(QLatin1String("replayed")).toInteger()};
    const std::chrono::duration<double> heartbeat(
        data.value(QLatin1String("heartbeat_s")).toDouble());
    if (heartbeat >= shortestHeartbeat && heartbeat <= longestHeartbeat) {
        m_stream.setWatchdog(std::chrono::duration_cast<std::chrono::milliseconds>(
            heartbeat * m_stream.timings().watchdogFactor));
    }
    const QByteArray before = std::exchange(m_epoch, hello.epoch);
    const QPointer<HubStream> self(this);
    if (!before.isEmpty() && before != hello.epoch)
        emit epochChanged(hello.epoch);
    if (self && m_contact)
        m_contact->noteReached(this);
    if (self)
        emit helloReceived(hello);
}

void HubStream::handleSnapshot(const hub::SseEvent &event, const QJsonObject &data)
{
    const HubSnapshot snapshot{
        jobsFromJson(hub::jsonMember(event.data, "jobs").value_or(QByteArrayView())),
        bytes(data, "as_of"), data.value(QLatin1String("truncated")).toBool()};
    // A snapshot without an id of its own is followed by events older than `as_of`. They are new to
    // this stream, so the cursor stays.
    if (event.lastEventId == snapshot.asOf)
        advance(snapshot.asOf);
    emit snapshotReceived(snapshot);
}

void HubStream::handleGap(const QJsonObject &data)
{
    const Gap gap{bytes(data, "requested"), bytes(data, "resumed_from"),
                  data.value(QLatin1String("reason")).toString()};
    m_cursor = hub::Cursor::parse(gap.resumedFrom);
    emit gapReceived(gap);
}

void HubStream::handleClosing(const QJsonObject &data)
{
    const QString word = data.value(QLatin1String("reason")).toString();
    const QString reason = tr("closed by the hub: %1").arg(word);
    if (data.value(QLatin1String("reconnect")).toBool(true))
        return waitFor(data, reason, word == QLatin1String("drain"));
    const QPointer<HubStream> self(this);
    // Another token helps then, and the window asks for one.
    const bool ofToken = word == QLatin1String("revoked") || word == QLatin1String("token_expired");
    m_stream.stopAs(ofToken ? LinkState::AuthFailed : LinkState::StoppedByHub, reason);
    if (self)
        emit dismissed(reason);
}

void HubStream::handleRefused(const QJsonObject &data)
{
    const QString word = data.value(QLatin1String("bucket")).toString();
    waitFor(data, tr("refused by the hub: %1").arg(word), word == QLatin1String("draining"));
}

void HubStream::waitFor(const QJsonObject &data, const QString &why, bool draining)
{
    m_stream.waitAtLeast(milliseconds(data, "retry_ms"), why,
                         draining ? LinkCause::Draining : LinkCause::Unknown);
    if (draining && m_contact)
        m_contact->noteDraining();
}

void HubStream::handleEnd(const QJsonObject &data)
{
    const auto status = hub::parseJobStatus(bytes(data, "status"));
    if (status)
        emit jobEnded(bytes(data, "job_id"), *status);
}

void HubStream::handleJobEvent(hub::EventType type, const hub::SseEvent &event)
{
    const auto cursor = hub::Cursor::parse(event.lastEventId);
    auto delta = hub::parseJobDelta(cursor ? cursor->id : hub::EventId(), type, event.data);
    if (!delta)
        return skip(event, delta.error().message);
    if (!cursor || !hub::isValidId(delta->jobId)) {
        qCWarning(hub::lcClient) << "event skipped: no valid event id or job id:" << event.type
                                 << event.lastEventId;
        return;
    }
    if (m_cursor && m_cursor->epoch == cursor->epoch && cursor->id <= m_cursor->id) {
        qCDebug(hub::lcClient) << "duplicate event dropped:" << event.lastEventId;
        return;
    }
    m_cursor = cursor;
    emit jobEventReceived({event.lastEventId, std::move(*delta), event.data});
}

void HubStream::skip(const hub::SseEvent &event, const QString &reason)
{
    qCWarning(hub::lcClient) << "event skipped: its data is not a JSON object:" << event.type
                             << event.lastEventId << reason;
}

QList<hub::Job> jobsFromJson(QByteArrayView array)
{
    const std::vector<QByteArrayView> elements = hub::jsonElements(array);
    QList<hub::Job> jobs;
    jobs.reserve(qsizetype(elements.size()));
    for (const QByteArrayView element : elements) {
        if (auto job = hub::jobFromJson(element.toByteArray()))
            jobs.append(std::move(*job));
        else
            qCWarning(hub::lcClient) << "list of jobs: skipped an entry that is not a job";
    }
    return jobs;
}

} // namespace ui
