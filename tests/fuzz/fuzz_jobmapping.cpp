// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/core/jobstate.h"
#include "hub/json/jsonscanner.h"
#include "hub/json/jsonslice.h"
#include "hub/source/executionmapping.h"
#include "hub/source/genericmapping.h"
#include "hub/source/imagegenmapping.h"
#include "hub/source/runpodmapping.h"
#include "hub/wire/dialect.h"
#include "hub/wire/jobchangeparser.h"
#include "hub/wire/jobdelta.h"
#include "hub/wire/sseparser.h"
#include "tests/fuzz/fuzz.h"

using namespace hub;

namespace {
bool isJson(const QByteArray &text)
{
    return parseJsonObject(text, JsonScanner::maxDepth).ok();
}

GenericMapping genericSource()
{
    QMap<QString, QString> pointers;
    for (const char *key : {"job", "external_id", "owner", "kind", "status", "progress", "message",
                            "result", "error", "images"})
        pointers.insert(QString::fromLatin1(key),
                        QLatin1Char('/') + QString::fromLatin1(key) + QStringLiteral("/0"));
    return GenericMapping(
        *GenericMap::parse(pointers, {{QStringLiteral("1"), QStringLiteral("failed")}}));
}

/// The job changes that the parser chosen by `selector` reads from `body`.
std::vector<JobChange> changesOf(int selector, const QByteArray &body)
{
    static const RunpodMapping runpod;
    static const ImageGenMapping imageGen;
    static const ExecutionMapping execution;
    static const GenericMapping generic = genericSource();
    static const std::array<const Mapping *, 4> sources{&runpod, &imageGen, &execution, &generic};
    if (selector % 5 == 4) {
        const auto change = parsePublish(body);
        return change ? std::vector{*change} : std::vector<JobChange>();
    }
    const auto mapped = sources[size_t(selector % 5)]->map({"s", {}, body, 0});
    return mapped ? mapped->changes : std::vector<JobChange>();
}

/// Checks the frames of one event in every dialect.
void checkEvent(const Event &event)
{
    FUZZ_CHECK(isJson(event.data));
    for (const auto dialect : {Dialect::Native, Dialect::Execution, Dialect::Image}) {
        QByteArrayList heard;
        SseParser parser({[&heard](const SseEvent &sse) { heard += sse.data; }, {}, {}, {}});
        FUZZ_CHECK(parser.feed(encodeFrame(event, dialect, "k")));
        FUZZ_CHECK(heard.size() == 1 && isJson(heard[0]));
        FUZZ_CHECK(parser.lastEventId() == Cursor({"k", event.id}).toWire());
    }
}

/// Checks a step of the state machine. Within an attempt, progress does not decrease and an end is
/// final.
void checkStep(const Job &before, const JobChange &change, const Job &after)
{
    FUZZ_CHECK(after.progress >= 0 && after.progress <= 100);
    FUZZ_CHECK(after.attempt >= before.attempt);
    if (!startsAttempt(before, change)) {
        FUZZ_CHECK(after.attempt == before.attempt);
        FUZZ_CHECK(after.progress >= before.progress);
        FUZZ_CHECK(!isTerminal(before.status));
    }
    FUZZ_CHECK(isTerminal(after.status) == (after.finishedMs != 0));
    FUZZ_CHECK(isJson(toJson(after, "k")));
}

/// A client that showed the same job shows the same one after the event.
void checkClient(Job client, const Applied &applied)
{
    const Event &event = applied.event;
    const auto delta = parseJobDelta(event.id, event.type, event.data);
    FUZZ_CHECK(delta);
    applyDelta(client, *delta);
    FUZZ_CHECK(toJson(client, "k") == toJson(applied.job, "k"));
}

Job applied(const Job &job, const JobChange &change)
{
    const auto stored = jobChangeFromJson(toJson(change));
    FUZZ_CHECK(stored && toJson(*stored) == toJson(change));
    const EventId id = nextEventId(job.lastEvent, 1000);
    const ChangeOutcome outcome = applyChange(job, change, id, 1000);
    const auto *result = std::get_if<Applied>(&outcome);
    if (!result)
        return job;
    checkStep(job, change, result->job);
    checkEvent(result->event);
    checkClient(job, *result);
    return result->job;
}
} // namespace

/// Each line has a character that selects the parser, and then a body. All bodies are applied to
/// the same job.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    const QByteArray input(reinterpret_cast<const char *>(bytes), qsizetype(size));
    std::optional<Job> job;
    for (const QByteArray &line : input.split('\n')) {
        if (line.isEmpty())
            continue;
        if (const auto created = parseCreateJob(line.mid(1)))
            FUZZ_CHECK(isJson(toJson(*created, "k")));
        for (const JobChange &change : changesOf(uchar(line[0]), line.mid(1))) {
            if (!job)
                job = newJob("j", change, 1000);
            job = applied(*job, change);
        }
    }
    return 0;
}
