// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/source/cipayload.h"

#include "hub/json/jsonwriter.h"
#include "hub/wire/topic.h"

namespace hub {

QByteArray ciJobId(FieldReader &fields, QLatin1String name, const Inbound &inbound,
                   const QByteArray &word)
{
    const QByteArray number = fields.requiredId(name);
    if (number.isEmpty())
        return {};
    const QByteArray id = inbound.source + '.' + word + '.' + number;
    if (isValidId(id))
        return id;
    fields.reject(name, QStringLiteral("must form a valid job id with the name of the source"));
    return {};
}

void keepTexts(FieldReader &fields, JobChange &change, std::initializer_list<QLatin1String> names)
{
    constexpr qsizetype most = 1024;
    for (const QLatin1String name : names) {
        const QJsonValue value = jsonValue(fields.json(name));
        if (value.isString() && !value.toString().isEmpty())
            change.extra.insert(name, value.toString().left(most));
    }
}

void keepRepository(FieldReader &fields, JobChange &change, QLatin1String member,
                    QLatin1String name)
{
    const QJsonValue project = jsonValue(fields.json(member));
    if (const QJsonValue value = project[name]; value.isString())
        change.extra.insert(QLatin1String("repository"), value.toString());
}

void adoptStepCount(JobChange &change, int done, int total)
{
    if (total == 0)
        return;
    change.step = Step{done, total};
    if (isTerminal(change.type) || change.type == EventType::Queued)
        return;
    change.progress = 100.0 * done / total;
    change.type = EventType::Progress; // a lagging subscriber may skip it for a later one
}

void describeOutcome(JobChange &change)
{
    if (!isTerminal(change.type))
        return;
    const QString conclusion = change.extra.string(QLatin1String("conclusion"));
    JsonWriter json;
    json.beginObject();
    if (change.type == EventType::Completed) {
        json.key("conclusion").string(conclusion);
        if (const QLatin1String url("html_url"); change.extra.contains(url))
            json.key("url").string(change.extra.string(url));
        json.endObject();
        change.result = json.take();
        return;
    }
    // GitLab's conclusion is only `failed`; the reason (`job_execution_timeout`) is in another
    // field.
    const QString reason = change.extra.string(QLatin1String("build_failure_reason"));
    const QString code = reason.isEmpty() ? conclusion : reason;
    json.key("code").string(code.isEmpty() ? QStringLiteral("unknown") : code);
    json.key("message").string(change.message.value_or(conclusion));
    json.endObject();
    change.error = json.take();
}

} // namespace hub
