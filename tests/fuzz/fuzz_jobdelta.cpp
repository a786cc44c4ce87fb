// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/json/jsonmembers.h"
#include "hub/json/jsonscanner.h"
#include "hub/json/jsonslice.h"
#include "hub/wire/jobdelta.h"
#include "tests/fuzz/fuzz.h"

using namespace hub;

namespace {

void checkJob(const Job &before, const Job &after)
{
    FUZZ_CHECK(after.progress >= 0 && after.progress <= 100);
    FUZZ_CHECK(after.attempt >= before.attempt);
    FUZZ_CHECK(isTerminal(after.status) == !after.terminalEvent.isNull());
    FUZZ_CHECK(after.pastRestoreIds.size() <= 16);
    const QByteArray json = toJson(after, "k");
    FUZZ_CHECK(parseJsonObject(json, JsonScanner::maxDepth));
    const auto again = jobFromJson(json);
    FUZZ_CHECK(again && toJson(*again, "k") == json);
}

} // namespace

/// Each line has a character that selects the type of an event, and then its data. A client applies
/// all of them to the same job.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    const QByteArray input(reinterpret_cast<const char *>(bytes), qsizetype(size));
    Job job;
    job.id = "j";
    EventId id{1000, 0};
    for (const QByteArray &line : input.split('\n')) {
        if (line.isEmpty())
            continue;
        const auto type = static_cast<EventType>(uchar(line[0]) % int(EventType::Notification));
        const auto delta = parseJobDelta(id, type, line.mid(1));
        FUZZ_CHECK(delta.ok() == JsonMembers::parse(line.mid(1), JsonScanner::maxDepth).ok());
        if (!delta)
            continue;
        const Job before = job;
        applyDelta(job, *delta);
        checkJob(before, job);
        id = nextEventId(id, id.ms + 1);
    }
    return 0;
}
