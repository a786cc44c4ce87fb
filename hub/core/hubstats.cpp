// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/core/hubstats.h"

#include "hub/core/streammetrics.h"
#include "hub/json/jsonwriter.h"

namespace hub {

QByteArray HubStats::next(const StreamMetrics &figures, std::chrono::seconds uptime,
                          Condition condition)
{
    const Totals now{m_accepted, figures.frames(), figures.bytes.value()};
    JsonWriter json;
    json.beginObject();
    json.key("connections").number(figures.active());
    json.key("connections_peak").number(figures.peak());
    json.key("connections_by_scope").beginObject();
    for (const Scope scope : {Scope::Job, Scope::Jobs, Scope::Execution, Scope::Image,
                              Scope::Notifications, Scope::Hub})
        json.key(toString(scope)).number(figures.activeOf(scope));
    json.endObject();
    json.key("events_per_s").number(now.accepted - m_last.accepted);
    json.key("deliveries_per_s").number(now.frames - m_last.frames);
    json.key("bytes_per_s").number(now.bytes - m_last.bytes);
    json.key("uptime_s").number(qint64{uptime.count()});
    json.key("store").string(condition.storeHealthy ? QByteArray("ok") : QByteArray("degraded"));
    json.key("draining").boolean(condition.draining);
    json.endObject();
    m_last = now;
    return json.take();
}

} // namespace hub
