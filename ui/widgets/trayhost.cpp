// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/trayhost.h"

#include <QGuiApplication>

#ifdef HELIOGRAPH_DBUS
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#endif

#include <utility>

namespace ui {

#ifdef HELIOGRAPH_DBUS

namespace {

const QString service = QStringLiteral("org.kde.StatusNotifierWatcher");
const QString path = QStringLiteral("/StatusNotifierWatcher");
const QString interface = service;

} // namespace

TrayHost::TrayHost(QObject *parent)
    : QObject(parent)
    , m_bus(QDBusConnection::sessionBus())
    , m_watcher(service, m_bus, QDBusServiceWatcher::WatchForOwnerChange)
{
    if (m_bus.isConnected())
        listen();
}

void TrayHost::listen()
{
    m_decided = false;
    connect(&m_watcher, &QDBusServiceWatcher::serviceOwnerChanged, this,
            [this](const QString &, const QString &, const QString &owner) {
                m_watched = !owner.isEmpty();
                setPresent(false);
                if (m_watched)
                    ask();
            });
    for (const char *signal : {"StatusNotifierHostRegistered", "StatusNotifierHostUnregistered"})
        m_bus.connect(service, path, interface, QLatin1String(signal), this, SLOT(ask()));
    // Only X11 has trays of another kind.
    const bool hasOthers = QGuiApplication::platformName() == QLatin1String("xcb");
    connect(&m_patience, &QTimer::timeout, this, [this] {
        m_decided = !m_watched;
        if (m_decided)
            m_patience.stop();
    });
    if (hasOthers)
        m_patience.start(patience);
    ask();
}

void TrayHost::ask()
{
    QDBusMessage message = QDBusMessage::createMethodCall(
        service, path, QStringLiteral("org.freedesktop.DBus.Properties"), QStringLiteral("Get"));
    message << interface << QStringLiteral("IsStatusNotifierHostRegistered");
    message.setAutoStartService(false);
    auto *watcher = new QDBusPendingCallWatcher(m_bus.asyncCall(message), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this,
            [this, watcher, question = ++m_question] {
                watcher->deleteLater();
                const QDBusPendingReply<QDBusVariant> reply = *watcher;
                if (question != m_question)
                    return;
                m_watched = m_watched || !reply.isError();
                setPresent(!reply.isError() && reply.value().variant().toBool());
            });
}

#else

TrayHost::TrayHost(QObject *parent) : QObject(parent) { }

#endif

void TrayHost::setPresent(bool present)
{
    if (std::exchange(m_present, present) == present)
        return;
    if (present)
        emit appeared();
    else
        emit vanished();
}

} // namespace ui
