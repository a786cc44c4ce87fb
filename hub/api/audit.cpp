// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/api/audit.h"

#include "hub/api/api.h"
#include "hub/base/clock.h"
#include "hub/base/log.h"
#include "hub/base/printable.h"
#include "hub/base/utf8.h"
#include "hub/wire/jsonwriter.h"

namespace hub {

namespace {
/// The caller chooses the text of the request, so its length is cut.
constexpr qsizetype maxTextBytes = 300;
} // namespace

void audit(Api &api, const Request &request, const QByteArray &action, const QByteArray &what,
           const QByteArray &result)
{
    const QByteArray by = callerOf(request);
    const QByteArray subject = what.left(maxTextBytes);
    const QString remote = request.remote();
    qCInfo(lcHub).noquote() << QStringLiteral("admin %1 (%2): %3 %4: %5")
                                   .arg(printable(by), remote, fromUtf8(action), printable(subject),
                                        fromUtf8(result));
    JsonWriter json;
    json.beginObject();
    json.key("at").time(api.hub.clock().wallMs());
    json.key("action").string(action);
    json.key("by").string(by);
    json.key("remote").string(remote);
    json.key("what").string(subject);
    json.key("result").string(result);
    json.endObject();
    api.hub.announce("hub.log", json.take());
}

} // namespace hub
