// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/source/githubmapping.h"

#include "hub/base/errorcode.h"
#include "hub/base/timetext.h"
#include "hub/json/jsonwriter.h"
#include "hub/source/cipayload.h"
#include "hub/source/unknownword.h"
#include "hub/wire/fieldreader.h"

#include <QHash>
#include <QJsonArray>

namespace hub {

namespace {

/// A GitHub event that becomes a job: the member with its data, and the word in the job id.
struct Kind
{
    QLatin1String member;
    QByteArray word;
};

std::optional<Kind> kindOf(const QByteArray &event)
{
    if (event == "workflow_run")
        return Kind{QLatin1String("workflow_run"), "run"};
    if (event == "workflow_job")
        return Kind{QLatin1String("workflow_job"), "job"};
    if (event == "check_run")
        return Kind{QLatin1String("check_run"), "check"};
    return std::nullopt;
}

std::optional<EventType> typeOf(const QString &status, const QString &conclusion)
{
    static const QHash<QString, EventType> open{
        {QStringLiteral("queued"), EventType::Queued},
        {QStringLiteral("requested"), EventType::Queued},
        {QStringLiteral("waiting"), EventType::Queued},
        {QStringLiteral("pending"), EventType::Queued},
        {QStringLiteral("in_progress"), EventType::Processing}};
    static const QHash<QString, EventType> ended{
        {QStringLiteral("success"), EventType::Completed},
        {QStringLiteral("neutral"), EventType::Completed},
        {QStringLiteral("skipped"), EventType::Completed},
        {QStringLiteral("failure"), EventType::Failed},
        {QStringLiteral("startup_failure"), EventType::Failed},
        {QStringLiteral("action_required"), EventType::Failed},
        {QStringLiteral("cancelled"), EventType::Cancelled},
        {QStringLiteral("timed_out"), EventType::TimedOut},
        {QStringLiteral("stale"), EventType::Lost}}; // GitHub stopped waiting for it
    const bool isOver = status == QLatin1String("completed");
    const auto &table = isOver ? ended : open;
    const auto it = table.find(isOver ? conclusion : status);
    if (it != table.end())
        return *it;
    // The run has ended. An unknown conclusion counts as a failure.
    return isOver ? std::optional(EventType::Failed) : std::nullopt;
}

/// Sets the step of a workflow job from how many of its steps are completed.
void readSteps(FieldReader &run, JobChange &change)
{
    const QJsonArray steps = jsonValue(run.json(QLatin1String("steps"))).toArray();
    int done = 0;
    for (const QJsonValue &step : steps)
        done += step[QLatin1String("status")] == QLatin1String("completed") ? 1 : 0;
    adoptStepCount(change, done, static_cast<int>(steps.size()));
}

void readOutcome(FieldReader &run, JobChange &change)
{
    const QString status = run.text(QLatin1String("status")).value_or(QString());
    const QString conclusion = run.text(QLatin1String("conclusion")).value_or(QString());
    const auto type = typeOf(status, conclusion);
    if (!type) {
        run.reject(unknownWord(QLatin1String("status"), status));
        return;
    }
    change.type = *type;
    if (!conclusion.isEmpty())
        change.extra.insert(QLatin1String("conclusion"), conclusion);
}

qint64 timeOf(FieldReader &run, QLatin1String name)
{
    return parseTime(run.text(name).value_or(QString()).toUtf8()).value_or(0);
}

/// Sets the attempt. A re-run of a workflow keeps its id and counts in `run_attempt`. A re-run of a
/// workflow job has a new id. A check that is reset by its app only has new times.
void readAttempt(FieldReader &run, const Kind &kind, JobChange &change)
{
    const auto attempt = run.attempt(QLatin1String("run_attempt"));
    if (kind.word == "run")
        change.attempt = attempt;
    if (kind.word != "check")
        return;
    const qint64 started = timeOf(run, QLatin1String("started_at"));
    const qint64 ended = timeOf(run, QLatin1String("completed_at"));
    change.run.atMs = isTerminal(change.type) && ended != 0 ? ended : started;
}

void readDescription(FieldReader &run, JobChange &change)
{
    const QLatin1String title =
        run.firstOf({QLatin1String("display_title"), QLatin1String("name")});
    change.message = run.text(title);
    keepTexts(run, change,
              {QLatin1String("name"), QLatin1String("head_branch"), QLatin1String("head_sha"),
               QLatin1String("html_url"), QLatin1String("event"), QLatin1String("workflow_name")});
}

Result<Mapped> mapRun(const Inbound &inbound, const Kind &kind, FieldReader &fields)
{
    auto run = FieldReader::open(fields.json(kind.member), FieldReader::Details::Dropped);
    if (!run)
        return Error{errorcode::badField, kind.member + QStringLiteral(": must be an object")};
    JobChange change;
    change.kind = JobKind::Generic;
    change.jobId = ciJobId(*run, QLatin1String("id"), inbound, kind.word);
    readOutcome(*run, change);
    readAttempt(*run, kind, change);
    readDescription(*run, change);
    readSteps(*run, change);
    keepRepository(fields, change, QLatin1String("repository"), QLatin1String("full_name"));
    describeOutcome(change);
    if (run->error())
        return *run->error();
    return Mapped{{std::move(change)},
                  {},
                  bodyDedupKey(inbound, inbound.header("x-github-event")),
                  true,
                  run->notes()};
}

} // namespace

Result<Mapped> GithubMapping::map(const Inbound &inbound) const
{
    if (inbound.body.startsWith("payload="))
        return Error{errorcode::unsupportedMediaType,
                     QStringLiteral("the webhook sends a form: choose the content type "
                                    "application/json in its settings")};
    auto fields = FieldReader::open(inbound.body, FieldReader::Details::Dropped);
    if (!fields)
        return fields.error();
    const auto kind = kindOf(inbound.header("x-github-event"));
    const QString action = fields->text(QLatin1String("action")).value_or(QString());
    // Other actions ask the app of a check to do something and do not report a change.
    const bool isRequest = kind && kind->word == "check" && action != QLatin1String("created")
                           && action != QLatin1String("completed");
    if (!kind || isRequest)
        return Mapped{{}, {}, bodyDedupKey(inbound, inbound.header("x-github-event")), false};
    return mapRun(inbound, *kind, *fields);
}

} // namespace hub
