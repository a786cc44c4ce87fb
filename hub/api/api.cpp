// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/api/api.h"

#include "hub/api/answers.h"
#include "hub/auth/authenticator.h"
#include "hub/base/utf8.h"
#include "hub/core/lane.h"

namespace hub {

const Principal &principalOf(const Request &request)
{
    static const Principal everybody = Principal::everybody();
    return request.principal ? *request.principal : everybody;
}

QByteArray laneOf(const Request &request)
{
    const bool named = request.principal != nullptr; // without keys all callers have one subject
    return laneOf(named ? request.principal->subject : QByteArray(), request.network.toHex());
}

Actor actorOf(const Request &request)
{
    return {callerOf(request), request.remote(), laneOf(request)};
}

Visibility visibilityOf(const Request &request)
{
    const Principal &principal = principalOf(request);
    Visibility visible;
    visible.everybodys = principal.isAdmin() && !principal.jobs; // a verified token never has both
    if (visible.everybodys)
        return visible;
    visible.owner = principal.subject;
    visible.jobs = principal.jobs;
    return visible;
}

bool isReserved(const Api &api, const Request &request, const QByteArray &jobId)
{
    return !api.authenticator.isKeyless() && !principalOf(request).isAdmin()
           && (jobId.startsWith(idsOfKeys) || !reservedFor(api.sources, jobId).isEmpty());
}

namespace {

void notServedHere(const Request &, Reply reply)
{
    reply.send(Response::problem(
        404, {"not_found",
              QStringLiteral("This path is served only at the address in hub.admin_listen.")}));
}

} // namespace

void addRoutes(Router &router, Api &api, RouteSet set)
{
    addStatusRoutes(router, api);
    addTicketRoute(router, api);
    if (set != RouteSet::Public) {
        addAdminRoutes(router, api);
        addRevocationRoute(router, api);
        addMetricsRoute(router, api);
        addHubStreamRoute(router, api);
    } else {
        // Without this route the path would be the stream of a job with the id "hub".
        router.add("GET", "/api/v1/events/hub", notServedHere, Access::Admin);
    }
    if (set == RouteSet::Operator)
        return;
    addJobRoutes(router, api);
    addJobCountsRoute(router, api);
    addPublishRoutes(router, api);
    addStreamRoutes(router, api);
    addWebhookRoutes(router, api);
    addCallbackRoute(router, api);
    addDeliveryRoutes(router, api);
    addPageRoutes(router, api);
}

} // namespace hub
