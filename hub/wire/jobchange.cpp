// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/wire/jobchange.h"

#include "hub/wire/jsonscanner.h"
#include "hub/wire/jsonslice.h"
#include "hub/wire/jsonwriter.h"

namespace hub {

namespace {
void writeNumbers(JsonWriter &json, const JobChange &change)
{
    if (change.attempt)
        json.key("attempt").number(qint64(*change.attempt));
    if (!change.run.isEmpty())
        json.key("run").beginArray().number(change.run.part).number(change.run.atMs).endArray();
    if (change.progress)
        json.key("progress").number(*change.progress);
    if (change.step) {
        json.key("step").beginArray();
        json.number(qint64(change.step->current)).number(qint64(change.step->total)).endArray();
    }
}

QByteArray raw(const QByteArray &json, QByteArrayView name)
{
    return jsonMember(json, name).value_or(QByteArrayView()).toByteArray();
}

void readNumbers(JobChange &change, const QJsonObject &object)
{
    if (const auto value = object.value(QLatin1String("attempt")); value.isDouble())
        change.attempt = value.toInt();
    if (const auto value = object.value(QLatin1String("run")); value.isArray())
        change.run = {value[0].toInteger(), value[1].toInteger()};
    if (const auto value = object.value(QLatin1String("progress")); value.isDouble())
        change.progress = value.toDouble();
    if (const auto value = object.value(QLatin1String("step")); value.isArray())
        change.step = Step{value[0].toInt(), value[1].toInt()};
}

void readTexts(JobChange &change, const QJsonObject &object)
{
    const auto text = [&object](const char *name) {
        return object.value(QLatin1String(name)).toString().toUtf8();
    };
    change.jobId = text("job");
    change.externalId = text("external");
    change.name = text("name");
    change.kind = parseJobKind(text("kind"));
    change.owner = text("owner");
    change.restoreId = text("restore");
    change.level = text("level");
    change.signedFor = text("signed_for");
    if (const auto value = object.value(QLatin1String("message")); value.isString())
        change.message = value.toString();
}
} // namespace

// Short names: one of these is stored with every delivery that waits for its job.
QByteArray toJson(const JobChange &change)
{
    JsonWriter json;
    json.beginObject();
    json.key("type").string(toString(change.type));
    json.textIf("job", change.jobId);
    json.textIf("external", change.externalId);
    json.textIf("name", change.name);
    json.textIf("kind", change.kind ? toString(*change.kind) : QByteArray());
    json.textIf("owner", change.owner);
    json.textIf("restore", change.restoreId);
    writeNumbers(json, change);
    if (change.message)
        json.key("message").string(*change.message);
    json.textIf("level", change.level);
    json.textIf("signed_for", change.signedFor);
    json.rawIf("result", change.result);
    json.rawIf("error", change.error);
    json.rawIf("data", change.data);
    if (!change.extra.isEmpty())
        json.key("extra").value(change.extra);
    json.endObject();
    return json.take();
}

std::optional<JobChange> jobChangeFromJson(const QByteArray &json)
{
    const auto object = parseJsonObject(json, JsonScanner::maxDepth);
    if (!object)
        return std::nullopt;
    const auto type = parseEventType(object->value(QLatin1String("type")).toString().toUtf8());
    if (!type || *type == EventType::Notification)
        return std::nullopt;
    JobChange change;
    change.type = *type;
    readTexts(change, *object);
    readNumbers(change, *object);
    change.result = raw(json, "result");
    change.error = raw(json, "error");
    change.data = raw(json, "data");
    change.extra = object->value(QLatin1String("extra")).toObject();
    return change;
}

} // namespace hub
