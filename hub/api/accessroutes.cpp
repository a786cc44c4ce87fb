// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/api/answers.h"
#include "hub/api/api.h"
#include "hub/auth/authenticator.h"
#include "hub/base/clock.h"
#include "hub/base/errorcode.h"
#include "hub/base/timetext.h"
#include "hub/json/jsonwriter.h"
#include "hub/service/audit.h"
#include "hub/service/tokenrevocation.h"
#include "hub/wire/fieldreader.h"

namespace hub {

namespace {

/// Default duration of a revocation. It is longer than the usual lifetime of a token.
constexpr std::chrono::milliseconds usualRevocation = std::chrono::hours{24 * 365};

void issueTicket(Api &api, const Request &request, Reply reply)
{
    const Result<QByteArray> ticket = api.authenticator.issueTicket(principalOf(request));
    if (!ticket)
        return reply.send(problemOf(ticket.error()));
    JsonWriter json;
    json.beginObject();
    json.key("ticket").string(*ticket);
    json.key("expires_in_s").number(qint64{Tickets::lifetime / std::chrono::seconds{1}});
    json.endObject();
    reply.send(Response::json(201, json.take()).with("Cache-Control", "no-store"));
}

/// Tells a client what its token allows, so that it offers nothing that would be refused.
void whoAmI(Api &api, const Request &request, Reply reply)
{
    const Principal &caller = principalOf(request);
    JsonWriter json;
    json.beginObject();
    json.key("sub").string(caller.subject);
    json.key("keyless").boolean(api.authenticator.isKeyless());
    json.key("scopes").beginArray();
    for (const auto &[permission, word] :
         {std::pair(Permission::Read, "read"), std::pair(Permission::Publish, "publish"),
          std::pair(Permission::Notify, "notify"), std::pair(Permission::Admin, "admin")}) {
        if (caller.permissions.testFlag(permission))
            json.string(QByteArray(word));
    }
    json.endArray();
    json.key("limited").boolean(caller.jobs.has_value());
    if (caller.expiresMs)
        json.key("expires_at").time(*caller.expiresMs);
    json.endObject();
    reply.send(Response::json(200, json.take()).with("Cache-Control", "no-store"));
}

/// Reads `{"jti":"…"}` or `{"sub":"…"}`, with an optional `until`.
Result<Revocation> parseRevocation(const QByteArray &body, qint64 nowMs)
{
    auto fields = FieldReader::open(body);
    if (!fields)
        return fields.error();
    Revocation revocation{fields->word(QLatin1String("jti")), fields->user(QLatin1String("sub")),
                          nowMs + usualRevocation.count()};
    if (fields->error())
        return *fields->error();
    if (revocation.tokenId.isEmpty() == revocation.subject.isEmpty())
        return Error{errorcode::badField, QStringLiteral("give exactly one of jti and sub")};
    if (fields->has(QLatin1String("until"))) {
        const auto until = parseTime(fields->word(QLatin1String("until")));
        if (!until)
            return Error{errorcode::badField, QStringLiteral("until: must be an RFC 3339 time")};
        revocation.untilMs = *until;
    }
    return revocation;
}

QByteArray revokedJson(const Request &request, const Revocation &revocation, int closed)
{
    JsonWriter json;
    json.beginObject();
    json.key("action").string(QByteArrayLiteral("revoke"));
    json.key("by").string(callerOf(request));
    json.key("what").string(whatOf(revocation));
    json.key("until").time(revocation.untilMs);
    json.key("closed").number(static_cast<qint64>(closed));
    json.endObject();
    return json.take();
}

void revokeTokens(Api &api, const Request &request, Reply reply)
{
    const Result<Revocation> parsed = parseRevocation(request.body, api.hub.clock().wallMs());
    if (!parsed) {
        audit(api.hub, actorOf(request), "revoke", "nothing", "refused: " + parsed.error().code);
        return reply.send(problemOf(parsed.error()));
    }
    revoke(api.hub, api.authenticator, *parsed, actorOf(request),
           [request, revocation = *parsed,
            reply = std::make_shared<Reply>(std::move(reply))](const Result<int> &closed) {
               reply->send(closed ? Response::json(200, revokedJson(request, revocation, *closed))
                                  : problemOf(closed.error()));
           });
}

} // namespace

void addTicketRoute(Router &router, Api &api)
{
    router.add("GET", "/api/v1/whoami", bound(api, whoAmI), Access::Read);
    router.add("POST", "/api/v1/tickets", bound(api, issueTicket), Access::Read);
}

void addRevocationRoute(Router &router, Api &api)
{
    router.add("POST", "/api/v1/admin/revoke", bound(api, revokeTokens));
}

} // namespace hub
