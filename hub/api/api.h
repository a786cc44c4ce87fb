// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/api/reloaded.h"
#include "hub/core/hub.h"
#include "hub/http/router.h"
#include "hub/service/actor.h"
#include "hub/service/webhooksource.h"

#include <chrono>
#include <functional>

namespace hub {

class Authenticator;

/// The objects and settings that the routes use. Outlives the router.
struct Api
{
    Hub &hub;
    Authenticator &authenticator;
    WebhookSources sources;
    std::chrono::seconds heartbeat{15};
    /// Reads the configuration again. After an Error nothing has changed. Empty when the hub is
    /// embedded and has no configuration to read.
    std::function<Result<Reloaded>()> reload{};
    /// Starts to drain the hub and then stops its process. Empty when callers may not stop it.
    std::function<void()> drain{};
    /// Base of the callback URLs that the hub hands out, without a slash at the end. Empty when the
    /// hub makes none.
    QByteArray publicUrl{};
    /// Origins other than the hub from which the web page may load pictures:
    /// `https://cdn.example.org`.
    QByteArrayList pictureOrigins{};
};

/// Returns a handler that calls `function` with `api`, which must outlive the handler.
inline Handler bound(Api &api, void (*function)(Api &, const Request &, Reply))
{
    return [&api, function](const Request &request, Reply reply) {
        function(api, request, std::move(reply));
    };
}

/// Returns the verified caller. Returns Principal::everybody(), which may do everything, when the
/// request has none: on a hub without keys, and on routes with Access::Open.
const Principal &principalOf(const Request &request);
/// Returns the user id of the caller; see principalOf().
inline QByteArray callerOf(const Request &request)
{
    return principalOf(request).subject;
}
/// Returns the caller as the actor of an action that the audit records.
Actor actorOf(const Request &request);
/// Returns the store lane of a request, by its user or its network. A lane is the queue of one
/// caller; the store serves the lanes in turn.
QByteArray laneOf(const Request &request);
/// Returns which jobs the caller may see and change.
Visibility visibilityOf(const Request &request);

/// Prefix of the ids of jobs that were created with an `Idempotency-Key` and without an id.
constexpr char idsOfKeys[] = "key~";

/// Returns whether the job id is reserved, so that the caller may not create this job. An id is
/// reserved for the webhooks of a source, or for an `Idempotency-Key`. False for admins, and for
/// every caller on a hub without keys.
bool isReserved(const Api &api, const Request &request, const QByteArray &jobId);

/// The routes that a listener serves.
enum class RouteSet {
    All,
    Public, ///< All but the routes for operators: admin, metrics and the hub's own stream.
    Operator, ///< The routes for operators, status and tickets.
};

void addJobRoutes(Router &router, Api &api); ///< Create, list, read, cancel.
void addJobCountsRoute(Router &router, Api &api); ///< How many jobs there are.
void addPublishRoutes(Router &router, Api &api); ///< Events of a job, batches, notifications.
void addStreamRoutes(Router &router, Api &api); ///< The event streams of jobs and users.
void addHubStreamRoute(Router &router, Api &api); ///< The stream of events about the hub itself.
void addWebhookRoutes(Router &router, Api &api);
void addCallbackRoute(Router &router, Api &api); ///< Makes the callback URL of a job.
void addDeliveryRoutes(Router &router, Api &api); ///< List, show, explain, replay.
void addTicketRoute(Router &router, Api &api); ///< Rights of a token, tickets for streams.
void addRevocationRoute(Router &router, Api &api);
void addAdminRoutes(Router &router, Api &api); ///< Connections, disconnect, reload, drain.
void addStatusRoutes(Router &router, Api &api); ///< Health, readiness, version.
void addMetricsRoute(Router &router, Api &api);
void addPageRoutes(Router &router, Api &api); ///< The web page and the OpenAPI document.

/// Adds all routes of `set`.
void addRoutes(Router &router, Api &api, RouteSet set = RouteSet::All);

} // namespace hub
