// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/monitor/applicationadaptor.h"

#include "app/monitor/buschannel.h"

#include <QDBusConnection>
#include <QDBusError>
#include <QDBusMessage>

namespace app {

namespace {

QByteArray tokenIn(const QVariantMap &platformData)
{
    const auto text = [&platformData](QLatin1String key) {
        return activationToken(platformData.value(key).toString().toUtf8());
    };
    const QByteArray token = text(QLatin1String("activation-token"));
    return token.isEmpty() ? text(QLatin1String("desktop-startup-id")) : token;
}

/// Answers a call with an error instead of the empty reply that QtDBus sends.
void refuse(const QDBusMessage &message, const QString &reason)
{
    message.setDelayedReply(true);
    QDBusConnection::sessionBus().send(message.createErrorReply(QDBusError::InvalidArgs, reason));
}

} // namespace

ApplicationAdaptor::ApplicationAdaptor(BusChannel *channel)
    : QDBusAbstractAdaptor(channel)
    , m_channel(channel)
{ }

void ApplicationAdaptor::Activate(const QVariantMap &platformData)
{
    emit m_channel->requested({Request::Command::Show, {}, tokenIn(platformData)});
}

void ApplicationAdaptor::Open(const QStringList &uris, const QVariantMap &platformData,
                              const QDBusMessage &message)
{
    if (uris.isEmpty() || uris.size() > maxLinks) {
        refuse(message, QStringLiteral("expected 1 to %1 links").arg(maxLinks));
        return;
    }
    for (const QString &uri : uris) {
        // A link that is cut off here is too long for MonitorLink, which refuses it.
        emit m_channel->requested(
            {Request::Command::OpenLink, uri.left(Request::maxLength), tokenIn(platformData)});
    }
}

void ApplicationAdaptor::ActivateAction(const QString &name, const QVariantList &parameters,
                                        const QVariantMap &platformData,
                                        const QDBusMessage &message)
{
    const Request::Command command = commandOfAction(name);
    if (command == Request::Command::None) {
        refuse(message, QStringLiteral("no such action"));
    } else if (!parameters.isEmpty()) {
        refuse(message, QStringLiteral("this action takes no parameter"));
    } else {
        emit m_channel->requested({command, {}, tokenIn(platformData)});
    }
}

} // namespace app
