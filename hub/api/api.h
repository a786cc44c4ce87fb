// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/api/reloaded.h"
#include "hub/core/hub.h"
#include "hub/http/router.h"
#include "hub/service/webhooksource.h"

#include <chrono>
#include <functional>

namespace hub {

class Authenticator;

/// What the routes work on. Outlives the router.
struct Api
{
    Hub &hub;
    Authenticator &authenticator;
    WebhookSources sources;
    std::chrono::seconds heartbeat{15};
    /// Reads the configuration again; an Error changed nothing. Empty = there is none to read.
    std::function<Result<Reloaded>()> reload{};
    /// Begins to stop the hub and its process. Empty = that is nobody's to ask.
    std::function<void()> drain{};
    /// What the URLs that others are to call begin with, without a slash at the end; empty = none.
    QByteArray publicUrl{};
    /// From where the web page may load pictures, beside the hub itself: `https://cdn.example.org`.
    QByteArrayList pictureOrigins{};
};

/// `function` as a handler that works on `api`.
inline Handler bound(Api &api, void (*function)(Api &, const Request &, Reply))
{
    return [&api, function](const Request &request, Reply reply) {
        function(api, request, std::move(reply));
    };
}

/// Who calls. Without keys everybody on this machine is the same, all-seeing principal.
const Principal &principalOf(const Request &request);
inline QByteArray callerOf(const Request &request)
{
    return principalOf(request).subject;
}
/// Whose share of the store's time a request takes: laneOf() of its user or address.
QByteArray laneOf(const Request &request);
/// Which jobs the caller may see and change.
Visibility visibilityOf(const Request &request);

/// What the ids begin with of jobs that their creators named by an `Idempotency-Key` alone.
constexpr char idsOfKeys[] = "key~";

/// Returns whether the caller may not create a job with this id, because it is reserved for the
/// webhooks of a source or for an `Idempotency-Key`. Admins may, and everybody on a hub without
/// keys.
bool isReserved(const Api &api, const Request &request, const QByteArray &jobId);

/// Notes that Written::full was reached, and returns 503 `deliveries_full` with `Retry-After`.
Response fullProblem(Api &api, const Written &written);

/// What a listener serves.
enum class RouteSet {
    All,
    Public, ///< Without what only operators call: admin, metrics and the hub's own stream.
    Operator, ///< That, and health.
};

void addJobRoutes(Router &router, Api &api); ///< Create, list, read, cancel.
void addPublishRoutes(Router &router, Api &api); ///< Events of a job, batches, notifications.
void addStreamRoutes(Router &router, Api &api); ///< The event streams of jobs and users.
void addHubStreamRoute(Router &router, Api &api); ///< The hub about itself.
void addWebhookRoutes(Router &router, Api &api);
void addCallbackRoute(Router &router, Api &api); ///< Where a provider is to send its webhook.
void addDeliveryRoutes(Router &router, Api &api); ///< List, show, explain, replay.
void addTicketRoute(Router &router, Api &api); ///< Single-use tickets for streams.
void addRevocationRoute(Router &router, Api &api);
void addAdminRoutes(Router &router, Api &api); ///< Connections, disconnect, reload, drain.
void addStatusRoutes(Router &router, Api &api); ///< Health, readiness, version.
void addMetricsRoute(Router &router, Api &api);
void addPageRoutes(Router &router, Api &api); ///< The web page and the OpenAPI document.

/// All of a set.
void addRoutes(Router &router, Api &api, RouteSet set = RouteSet::All);

} // namespace hub
