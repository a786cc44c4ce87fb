// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/api/answers.h"
#include "hub/api/api.h"
#include "hub/base/utf8.h"
#include "hub/json/jsonwriter.h"

namespace hub {

namespace {

/// Writes the members `total` and `statuses`. A status without jobs is left out.
void writeCounts(JsonWriter &json, const StatusCounts &counts)
{
    json.key("total").number(totalOf(counts));
    json.key("statuses").beginObject();
    for (size_t status = 0; status < counts.size(); ++status)
        if (counts[status] != 0)
            json.key(toString(static_cast<JobStatus>(status))).number(counts[status]);
    json.endObject();
}

void writeGroups(JsonWriter &json, const char *key, const std::vector<JobCounts::Group> &groups)
{
    json.key(key).beginArray();
    for (const JobCounts::Group &group : groups) {
        json.beginObject();
        if (!group.name.isEmpty())
            json.key("name").string(fromWtf8(group.name));
        json.key("value").string(fromWtf8(group.value));
        writeCounts(json, group.jobs);
        json.endObject();
    }
    json.endArray();
}

QByteArray countsJson(const JobCounts &counts, const QByteArray &epoch)
{
    JsonWriter json;
    json.beginObject();
    json.key("as_of").string(Cursor{epoch, counts.asOf}.toWire());
    writeCounts(json, counts.all);
    writeGroups(json, "kinds", counts.kinds);
    writeGroups(json, "owners", counts.owners);
    writeGroups(json, "labels", counts.labels);
    json.key("truncated").boolean(counts.truncated);
    json.endObject();
    return json.take();
}

Result<JobCountsQuery> parseCountsQuery(const Request &request)
{
    const Result<QByteArray> owner = userParameter(request, "owner");
    if (!owner)
        return owner.error();
    const Visibility visible = visibilityOf(request);
    if (visible.jobs)
        return Error{"not_counted",
                     QStringLiteral("the jobs claim of the token names only some jobs, and the hub "
                                    "has no counts of such a choice")};
    if (!visible.everybodys && !owner->isEmpty() && *owner != visible.owner)
        return JobCountsQuery{QByteArray()}; // the jobs of nobody
    if (!visible.everybodys)
        return JobCountsQuery{visible.owner};
    return owner->isEmpty() ? JobCountsQuery{} : JobCountsQuery{*owner};
}

void countJobs(Api &api, const Request &request, Reply reply)
{
    const Result<JobCountsQuery> query = parseCountsQuery(request);
    if (!query)
        return reply.send(problemOf(query.error()));
    const auto answer =
        [&api, reply = std::make_shared<Reply>(std::move(reply))](const Result<JobCounts> &counts) {
            if (!counts)
                return reply->send(problemOf(counts.error()));
            reply->send(Response::json(200, countsJson(*counts, api.hub.store().epoch()))
                            .with("Cache-Control", "no-store"));
        };
    api.hub.store().jobCounts(*query, answer, laneOf(request));
}

} // namespace

void addJobCountsRoute(Router &router, Api &api)
{
    router.add("GET", "/api/v1/jobs:counts", bound(api, countJobs), Access::Read);
}

} // namespace hub
