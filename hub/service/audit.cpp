// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/service/audit.h"

#include "hub/base/clock.h"
#include "hub/base/log.h"
#include "hub/base/printable.h"
#include "hub/base/utf8.h"
#include "hub/core/hub.h"
#include "hub/json/jsonwriter.h"

namespace hub {

namespace {
/// The caller chooses the text of a request, so its length is cut.
constexpr qsizetype maxTextBytes = 300;
} // namespace

void audit(Hub &hub, const Actor &actor, const QByteArray &action, const QByteArray &what,
           const QByteArray &result)
{
    const QByteArray subject = what.left(maxTextBytes);
    qCInfo(lcHub).noquote() << QStringLiteral("admin %1 (%2): %3 %4: %5")
                                   .arg(printable(actor.user), actor.remote, fromUtf8(action),
                                        printable(subject), fromUtf8(result));
    JsonWriter json;
    json.beginObject();
    json.key("at").time(hub.clock().wallMs());
    json.key("action").string(action);
    json.key("by").string(actor.user);
    json.key("remote").string(actor.remote);
    json.key("what").string(subject);
    json.key("result").string(result);
    json.endObject();
    hub.announce("hub.log", json.take());
}

} // namespace hub
