// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/source/executionmapping.h"

#include "hub/source/resultshape.h"
#include "hub/source/unknownmembers.h"
#include "hub/source/unknownword.h"
#include "hub/wire/dialect.h"
#include "hub/wire/fieldreader.h"

namespace hub {

namespace {
void readName(FieldReader &fields, JobChange &change)
{
    const auto field = fields.firstOf(
        {QLatin1String("event"), QLatin1String("event_type"), QLatin1String("type")});
    const QString word = fields.text(field).value_or(QString());
    const auto executionType = executionEventType(word.toUtf8());
    const auto type = executionType ? executionType : parseEventType(word.toUtf8());
    if (!type || type == EventType::Notification) {
        fields.reject(unknownWord(field, word));
        return;
    }
    change.type = *type;
    if (executionType)
        change.name = canonicalExecutionName(word.toUtf8());
}

void readIdentity(FieldReader &fields, JobChange &change)
{
    const auto id = fields.firstOf(
        {QLatin1String("execution_id"), QLatin1String("job_id"), QLatin1String("id")});
    change.jobId = fields.requiredId(id);
    change.owner = fields.user(fields.firstOf({QLatin1String("user_id"), QLatin1String("owner")}));
    change.restoreId = fields.foreignId(QLatin1String("restore_id"));
    change.attempt = fields.attempt(QLatin1String("attempt"));
}

void readState(FieldReader &fields, JobChange &change)
{
    change.progress = fields.percent(QLatin1String("progress"));
    if (change.name == "execution.completed")
        change.progress = 100; // the execution is complete, its result is not stored yet
    change.step = fields.step(QLatin1String("step"));
    change.message = fields.text(QLatin1String("message"));
    change.result = fields.json(QLatin1String("result"));
    change.error = errorObject(fields.json(QLatin1String("error")),
                               change.name.isEmpty() ? toString(change.type) : change.name);
    change.data = fields.json(QLatin1String("data"));
}
} // namespace

Result<Mapped> ExecutionMapping::map(const Inbound &inbound) const
{
    auto fields = FieldReader::open(inbound.body, FieldReader::Details::Dropped);
    if (!fields)
        return fields.error();
    JobChange change;
    change.kind = JobKind::Execution;
    readIdentity(*fields, change);
    readName(*fields, change);
    readState(*fields, change);
    if (fields->error())
        return *fields->error();
    adoptRest(change, *fields);
    return Mapped{{std::move(change)}, {}, bodyDedupKey(inbound), true, fields->notes()};
}

} // namespace hub
