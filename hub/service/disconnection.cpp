// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/service/disconnection.h"

#include "hub/base/utf8.h"
#include "hub/core/hub.h"
#include "hub/service/audit.h"

namespace hub {

Result<void> disconnectOne(Hub &hub, const QByteArray &id, const Actor &actor)
{
    const QByteArray what = "connection " + id;
    if (hub.kick(id.toLongLong()) == 0) {
        const Error error{"unknown_connection",
                          QStringLiteral("there is no connection %1").arg(fromUtf8(id))};
        audit(hub, actor, "disconnect", what, "refused: " + error.code);
        return error;
    }
    audit(hub, actor, "disconnect", what, "1 closed");
    return {};
}

int disconnect(Hub &hub, const StreamChoice &choice, const Actor &actor)
{
    const int closed = hub.closeStreamsIf(CloseReason::Kicked, [&](const Subscriber &subscriber) {
        return choice.matches(subscriber);
    });
    audit(hub, actor, "disconnect", choice.what(), QByteArray::number(closed) + " closed");
    return closed;
}

} // namespace hub
