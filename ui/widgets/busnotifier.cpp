// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/busnotifier.h"

#include "ui/models/programid.h"

#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QGuiApplication>

#include <chrono>
#include <utility>

namespace ui {

namespace {

const QString service = QStringLiteral("org.freedesktop.Notifications");
const QString path = QStringLiteral("/org/freedesktop/Notifications");
const QString interface = service;
/// A server that does not answer for this time counts as missing.
constexpr std::chrono::milliseconds patience{10'000};
/// A longer token is dropped.
constexpr qsizetype maxToken = 1000;

constexpr QLatin1String defaultKey("default"); ///< A click on the notification itself.
constexpr QLatin1String showKey("show");
constexpr QLatin1String copyKey("copy");
constexpr QLatin1String muteKey("mute");

/// The values of the hint `urgency`. A critical notification would stay until it is closed.
enum Urgency : uchar { Low = 0, Normal = 1 };

} // namespace

BusNotifier::BusNotifier(const QDBusConnection &bus, Notifier *fallback, QObject *parent)
    : Notifier(parent)
    , m_bus(bus)
    , m_fallback(fallback)
    , m_watcher(service, bus, QDBusServiceWatcher::WatchForOwnerChange)
{
    connect(&m_watcher, &QDBusServiceWatcher::serviceOwnerChanged, this,
            &BusNotifier::forgetServer);
    const auto listen = [this](const char *signal, const char *slot) {
        m_bus.connect(service, path, interface, QLatin1String(signal), this, slot);
    };
    listen("ActionInvoked", SLOT(handleAction(uint, QString)));
    listen("NotificationClosed", SLOT(handleClosed(uint, uint)));
    listen("ActivationToken", SLOT(handleToken(uint, QString)));
    connect(fallback, &Notifier::showWanted, this, &Notifier::showWanted);
    connect(fallback, &Notifier::closed, this, &Notifier::closed);
}

/// The ids of a server mean nothing to the next one.
void BusNotifier::forgetServer()
{
    ++m_server;
    m_abilities.reset();
    m_tokenId = 0;
    m_early.clear();
    const auto gone = std::exchange(m_shown, {});
    for (const Notice &notice : gone)
        emit closed(notice.topic);
    if (m_busy) {
        m_busy = false; // the answer of the old server does not count
        sendNext();
    }
}

void BusNotifier::show(const Notice &notice)
{
    if (m_waiting.size() >= maxWaiting)
        m_waiting.removeFirst();
    m_waiting << notice;
    sendNext();
}

void BusNotifier::withdraw()
{
    m_waiting.clear();
    ++m_withdrawals;
    for (auto at = m_shown.keyBegin(); at != m_shown.keyEnd(); ++at)
        close(*at); // handleClosed() forgets it
    m_fallback->withdraw();
}

void BusNotifier::close(uint id)
{
    m_bus.send(call(QStringLiteral("CloseNotification")) << id);
}

void BusNotifier::sendNext()
{
    if (m_busy || m_waiting.isEmpty())
        return;
    m_busy = true;
    if (m_abilities)
        send(m_waiting.takeFirst());
    else
        askAbilities();
}

QDBusMessage BusNotifier::call(const QString &method) const
{
    return QDBusMessage::createMethodCall(service, path, interface, method);
}

/// The bus may start the server for this call.
void BusNotifier::askAbilities()
{
    auto *watcher = new QDBusPendingCallWatcher(
        m_bus.asyncCall(call(QStringLiteral("GetCapabilities")), int(patience.count())), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher, server = m_server] {
        watcher->deleteLater();
        const QDBusPendingReply<QStringList> reply = *watcher;
        if (server != m_server)
            return; // another server was asked meanwhile
        m_busy = false;
        if (reply.isError())
            return handOver();
        const QStringList words = reply.value();
        m_abilities = Abilities{words.contains(QLatin1String("actions")),
                                words.contains(QLatin1String("body")),
                                words.contains(QLatin1String("body-markup"))};
        sendNext();
    });
}

/// Gives all waiting notices to the fallback: there is no server.
void BusNotifier::handOver()
{
    for (const Notice &notice : std::exchange(m_waiting, {}))
        m_fallback->show(notice);
}

void BusNotifier::send(const Notice &notice)
{
    const bool urgent = notice.failure || notice.topic == NoticeTopic::Job;
    const QVariantMap hints{
        {QStringLiteral("desktop-entry"), QGuiApplication::desktopFileName()},
        {QStringLiteral("urgency"), QVariant::fromValue(uchar(urgent ? Normal : Low))}};
    constexpr int serverDecides = -1;
    QDBusMessage message = call(QStringLiteral("Notify"));
    const bool titleOnly = !m_abilities->body && !notice.text.isEmpty();
    const QString title = titleOnly ? notice.title + QStringLiteral(": ")
                                          + notice.text.section(QLatin1Char('\n'), 0, 0)
                                    : notice.title;
    message << QGuiApplication::applicationDisplayName() << replacedBy(notice) << QString(programId)
            << title << bodyOf(notice) << actionsOf(notice) << hints << serverDecides;
    auto *watcher =
        new QDBusPendingCallWatcher(m_bus.asyncCall(message, int(patience.count())), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this,
            [this, watcher, sent = Sent{notice, m_server, m_withdrawals}] {
                watcher->deleteLater();
                finish(sent, *watcher);
            });
}

void BusNotifier::finish(const Sent &sent, const QDBusPendingCall &call)
{
    const QDBusPendingReply<uint> reply = call;
    if (sent.server != m_server) {
        if (!reply.isError()) {
            emit closed(sent.notice.topic); // the old server showed it, and is gone
        } else if (sent.withdrawals == m_withdrawals) {
            m_waiting.prepend(sent.notice); // for the new server
            sendNext();
        }
        return;
    }
    m_busy = false;
    const bool isWanted = sent.withdrawals == m_withdrawals;
    if (reply.isError()) {
        m_abilities.reset(); // perhaps another server comes
        if (isWanted)
            m_fallback->show(sent.notice);
    } else {
        m_shown.insert(reply.value(), sent.notice);
        if (!isWanted)
            close(reply.value());
        if (m_shown.size() > maxShown)
            m_shown.erase(m_shown.begin());
    }
    for (const auto &signal : std::exchange(m_early, {}))
        signal();
    sendNext();
}

/// Keeps a signal until the answer is read that may say what its id is: a server may send signals
/// before its answer, and Qt may deliver an answer after a signal that was sent later. Returns
/// whether it is kept.
bool BusNotifier::keepForAnswer(uint id, std::function<void()> signal)
{
    const bool isShowing = m_busy && m_abilities;
    if (!isShowing || m_shown.contains(id) || m_early.size() >= maxEarly)
        return false;
    m_early.push_back(std::move(signal));
    return true;
}

QString BusNotifier::bodyOf(const Notice &notice) const
{
    if (!m_abilities->body)
        return {};
    return m_abilities->markup ? notice.text.toHtmlEscaped() : notice.text;
}

/// Some servers have no way to click on the notification itself, so Show is also a button.
QStringList BusNotifier::actionsOf(const Notice &notice) const
{
    if (!m_abilities->actions)
        return {};
    QStringList actions{defaultKey, tr("Show"), showKey, tr("Show")};
    if (!notice.error.isEmpty())
        actions << copyKey << tr("Copy error");
    return actions << muteKey << tr("Mute 1 h");
}

/// Returns the id of the shown notice that this one replaces, or 0.
uint BusNotifier::replacedBy(const Notice &notice) const
{
    if (notice.topic == NoticeTopic::Job)
        return 0;
    for (auto at = m_shown.constBegin(); at != m_shown.constEnd(); ++at) {
        if (at->topic == notice.topic)
            return at.key();
    }
    return 0;
}

void BusNotifier::handleToken(uint id, const QString &token)
{
    m_tokenId = id;
    m_token = token.size() <= maxToken ? token.toUtf8() : QByteArray();
}

void BusNotifier::handleAction(uint id, const QString &key)
{
    if (keepForAnswer(id, [this, id, key] { handleAction(id, key); }))
        return;
    if (!m_shown.contains(id))
        return; // it is of another program
    const Notice notice = m_shown.value(id);
    const QByteArray token = m_tokenId == id ? std::exchange(m_token, {}) : QByteArray();
    if (key == defaultKey || key == showKey)
        emit showWanted(notice, token);
    else if (key == copyKey)
        emit copyWanted(notice);
    else if (key == muteKey)
        emit muteWanted();
}

void BusNotifier::handleClosed(uint id, uint reason)
{
    if (keepForAnswer(id, [this, id, reason] { handleClosed(id, reason); }))
        return;
    const auto at = m_shown.constFind(id);
    if (at == m_shown.constEnd())
        return;
    const NoticeTopic topic = at->topic;
    m_shown.erase(at);
    emit closed(topic);
}

} // namespace ui
