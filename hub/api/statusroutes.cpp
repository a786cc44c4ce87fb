// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/api/answers.h"
#include "hub/api/api.h"
#include "hub/base/log.h"
#include "hub/json/jsonwriter.h"

namespace hub {

namespace {

void healthy(Api &, const Request &, Reply reply)
{
    reply.send(Response::json(200, R"({"status":"ok"})"));
}

void ready(Api &api, const Request &, Reply reply)
{
    const StoreStatus store = api.hub.store().status();
    const bool draining = api.hub.draining();
    const QByteArray status = draining ? "draining" : store.healthy ? "ok" : "degraded";
    JsonWriter json;
    json.beginObject();
    json.key("status").string(status);
    json.key("store").string(store.healthy ? QStringLiteral("ok") : store.problem);
    json.endObject();
    reply.send(Response::json(status == "ok" ? 200 : 503, json.take()));
}

void metrics(Api &api, const Request &, Reply reply)
{
    api.hub.metrics()
        .gauge("hub_store_healthy", "1 while the database accepts commits.")
        .set(api.hub.store().status().healthy ? 1 : 0);
    Counter &dropped = api.hub.metrics().counter(
        "log_lines_dropped_total", "Log lines dropped because stderr was closed or too slow.");
    dropped.add(droppedLogLines() - dropped.value());
    reply.send(Response::text(200, "text/plain; version=0.0.4; charset=utf-8",
                              api.hub.metrics().toPrometheus()));
}

void version(Api &api, const Request &, Reply reply)
{
    JsonWriter json;
    json.beginObject();
    json.key("name").string(QByteArrayLiteral("heliograph"));
    json.key("version").string(QByteArrayLiteral(HELIOGRAPH_VERSION));
    json.key("api").string(QByteArrayLiteral("v1"));
    json.key("qt").string(QByteArray(qVersion()));
    json.key("epoch").string(api.hub.store().epoch());
    json.key("uptime_s").number(qint64{api.hub.uptime().count()});
    json.endObject();
    reply.send(Response::json(200, json.take()));
}

} // namespace

void addStatusRoutes(Router &router, Api &api)
{
    api.hub.metrics()
        .gauge("heliograph_build_info", "Always 1; the labels give the versions.",
               QByteArrayLiteral("version=\"" HELIOGRAPH_VERSION "\",qt=\"") + qVersion() + '"')
        .set(1);
    router.add("GET", "/healthz", bound(api, healthy), Access::Open);
    router.add("GET", "/readyz", bound(api, ready), Access::Open);
    router.add("GET", "/version", bound(api, version), Access::Open);
}

void addMetricsRoute(Router &router, Api &api)
{
    router.add("GET", "/metrics", bound(api, metrics));
}

} // namespace hub
