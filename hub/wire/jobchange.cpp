// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/wire/jobchange.h"

#include "hub/json/jsonscanner.h"
#include "hub/json/jsonwriter.h"

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

/// Reads the members of a text that toJson() wrote.
class StoredChange
{
public:
    explicit StoredChange(JsonMembers members) : m_members(std::move(members)) { }

    QByteArray text(const char *name)
    {
        const auto *member = m_members.find(QLatin1String(name));
        return member ? member->utf8() : QByteArray();
    }
    QByteArray raw(const char *name)
    {
        const auto *member = m_members.find(QLatin1String(name));
        return member ? member->value.toByteArray() : QByteArray();
    }
    QJsonValue value(const char *name)
    {
        const auto *member = m_members.find(QLatin1String(name));
        return member ? member->decoded() : QJsonValue(QJsonValue::Undefined);
    }

private:
    JsonMembers m_members;
};

void readNumbers(JobChange &change, StoredChange &stored)
{
    if (const QJsonValue value = stored.value("attempt"); value.isDouble())
        change.attempt = value.toInt();
    if (const QJsonValue value = stored.value("run"); value.isArray())
        change.run = {value[0].toInteger(), value[1].toInteger()};
    if (const QJsonValue value = stored.value("progress"); value.isDouble())
        change.progress = value.toDouble();
    if (const QJsonValue value = stored.value("step"); value.isArray())
        change.step = Step{value[0].toInt(), value[1].toInt()};
}

void readTexts(JobChange &change, StoredChange &stored)
{
    change.jobId = stored.text("job");
    change.externalId = stored.text("external");
    change.name = stored.text("name");
    change.kind = parseJobKind(stored.text("kind"));
    change.owner = stored.text("owner");
    change.restoreId = stored.text("restore");
    change.level = stored.text("level");
    change.signedFor = stored.text("signed_for");
    if (const QJsonValue value = stored.value("message"); value.isString())
        change.message = value.toString();
}
} // namespace

// The names are short, because the store keeps one such text for each delivery that waits for its
// job.
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
    json.rawIf("extra", change.extra.text());
    json.endObject();
    return json.take();
}

std::optional<JobChange> jobChangeFromJson(const QByteArray &json)
{
    auto members = JsonMembers::parse(json, JsonScanner::maxDepth);
    if (!members)
        return std::nullopt;
    StoredChange stored(std::move(*members));
    const auto type = parseEventType(stored.text("type"));
    if (!type || *type == EventType::Notification)
        return std::nullopt;
    JobChange change;
    change.type = *type;
    readTexts(change, stored);
    readNumbers(change, stored);
    change.result = stored.raw("result");
    change.error = stored.raw("error");
    change.data = stored.raw("data");
    change.extra = RawMembers::fromText(stored.raw("extra"));
    return change;
}

} // namespace hub
