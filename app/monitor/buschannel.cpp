// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/monitor/buschannel.h"

#include "app/monitor/applicationadaptor.h"

#include <QDBusConnection>
#include <QDBusConnectionInterface>
#include <QDBusMessage>
#include <QFileInfo>

#include <chrono>

namespace app {

namespace {

constexpr std::chrono::milliseconds answerTime{5000};
const QString objectPath = QStringLiteral("/io/github/heliograph/Heliograph");
const QString interfaceName = QStringLiteral("org.freedesktop.Application");

/// Returns whether an address of a session bus is known. Without one, connecting could start a bus
/// and write files to the home folder.
bool hasAddress()
{
    if (!qEnvironmentVariableIsEmpty("DBUS_SESSION_BUS_ADDRESS"))
        return true;
    const QString runtime = qEnvironmentVariable("XDG_RUNTIME_DIR");
    return !runtime.isEmpty() && QFileInfo::exists(runtime + QStringLiteral("/bus"));
}

QVariantMap platformData(const QByteArray &token)
{
    if (token.isEmpty())
        return {};
    const QString text = QString::fromLatin1(token);
    return {{QStringLiteral("activation-token"), text},
            {QStringLiteral("desktop-startup-id"), text}};
}

} // namespace

BusChannel::BusChannel(const QString &name, QObject *parent) : InstanceChannel(parent), m_name(name)
{
    new ApplicationAdaptor(this);
}

BusChannel::~BusChannel()
{
    if (m_owner)
        QDBusConnection::sessionBus().unregisterService(m_name);
}

bool BusChannel::isAvailable()
{
    return hasAddress() && QDBusConnection::sessionBus().isConnected();
}

hub::Result<InstanceRole> BusChannel::claim(const Request &request)
{
    QDBusConnection bus = QDBusConnection::sessionBus();
    // The object must exist before the name does: a call may come right after it.
    bus.registerObject(objectPath, this, QDBusConnection::ExportAdaptors);
    QString reason;
    // The second attempt is for an instance that ends between the question and the call.
    for (int attempt = 0; attempt < 2; ++attempt) {
        m_owner = bus.registerService(m_name);
        if (m_owner)
            return InstanceRole::First;
        if (request.command == Request::Command::None
            && bus.interface()->isServiceRegistered(m_name)) {
            return InstanceRole::Second;
        }
        const QDBusMessage reply =
            bus.call(messageFor(request), QDBus::Block, static_cast<int>(answerTime.count()));
        if (reply.type() == QDBusMessage::ReplyMessage)
            return InstanceRole::Second;
        reason = reply.errorMessage();
        if (bus.interface()->isServiceRegistered(m_name))
            break;
    }
    if (!bus.interface()->isServiceRegistered(m_name)) {
        return hub::Error{
            "instance_unclear",
            QStringLiteral("the session bus does not give out the name %1").arg(m_name)};
    }
    return hub::Error{
        "instance_unreachable",
        QStringLiteral("another Heliograph is running and does not answer: %1").arg(reason)};
}

QDBusMessage BusChannel::messageFor(const Request &request) const
{
    const QVariantMap data = platformData(request.token);
    const auto call = [this](const char *method) {
        QDBusMessage message = QDBusMessage::createMethodCall(m_name, objectPath, interfaceName,
                                                              QLatin1String(method));
        message.setAutoStartService(false);
        return message;
    };
    if (request.command == Request::Command::OpenLink)
        return call("Open") << QStringList{request.link} << data;
    if (const QString action = actionName(request.command); !action.isEmpty())
        return call("ActivateAction") << action << QVariantList() << data;
    return call("Activate") << data;
}

} // namespace app
