// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/store/sqlitestore.h"
#include "tests/fuzz/fuzz.h"
#include "tests/fuzz/quietlog.h"
#include "tests/support/manualclock.h"
#include "tests/support/storecalls.h"

#include <QCoreApplication>
#include <QTemporaryDir>

#include <algorithm>

using namespace hub;
using test::StoreCalls;

namespace {

/// A store with some history. All inputs share it, because they only read.
struct History
{
    test::ManualClock clock;
    QTemporaryDir dir;
    std::unique_ptr<SqliteStore> store = opened();
    StoreCalls calls{*store};
    std::vector<Event> events; ///< All accepted events, in order.
    std::vector<Job> jobs;

    History()
    {
        for (int round = 0; round < 8; ++round) {
            for (const char *job : {"a", "b", "c"})
                publish(job, EventType::Progress, round * 10);
            keep(calls.notify(Notify{"u", R"({"n":1})", {}}));
            clock.advance(round % 3);
        }
        publish("a", EventType::Completed, 100);
        publish("b", EventType::Log, {});
        waitForSweep();
        for (const char *id : {"a", "b", "c"})
            jobs.push_back(*calls.job(id));
    }

    std::unique_ptr<SqliteStore> opened()
    {
        StoreOptions options;
        options.path = dir.filePath(QStringLiteral("fuzz.db"));
        options.retention.events = 12;
        options.retention.eventsPerJob = 2;
        options.sweepPause = std::chrono::milliseconds{1};
        options.sweepInterval = std::chrono::milliseconds{1};
        auto made = SqliteStore::open(options, clock);
        FUZZ_CHECK(made);
        return std::move(*made);
    }
    void publish(const QByteArray &job, EventType type, std::optional<double> progress)
    {
        keep(calls.publish(job, type, progress));
    }
    template<typename T>
    void keep(const Result<T> &answer)
    {
        FUZZ_CHECK(answer);
        events.insert(events.end(), answer->events.begin(), answer->events.end());
    }
    size_t keptEvents()
    {
        return calls.allEvents().size() + calls.allEvents(test::notificationsOf("u")).size();
    }
    void waitForSweep()
    {
        const auto isSwept = [this] { return keptEvents() <= 12; };
        FUZZ_CHECK(QTest::qWaitFor(isSwept, 10'000));
    }
};

History &history()
{
    static History made;
    return made;
}

Subscription subscriptionOf(int selector)
{
    Subscription wanted;
    switch (selector % 6) {
    case 0: return test::oneJob("a"); // has ended
    case 1: return test::oneJob("b");
    case 2: return test::oneJob("nobody");
    case 3: return test::notificationsOf("u");
    case 4: wanted.types = {EventType::Log}; break;
    default: wanted.jobs = {"b", "c"}; break;
    }
    return wanted;
}

std::vector<EventId> idsAfter(const std::vector<Event> &events, const Subscription &wanted,
                              EventId after)
{
    std::vector<EventId> ids;
    for (const Event &event : events)
        if (event.id > after && wanted.matches(event))
            ids.push_back(event.id);
    return ids;
}

/// A cursor is honoured without losing an event, or the reason of the gap is correct.
void checkStream(const QByteArray &text, const Subscription &wanted)
{
    using Resume = StreamStart::Resume;
    using Reason = StreamStart::GapReason;
    const History &known = history();
    const StreamStart start = history().calls.open(wanted, text);
    const EventId last = known.events.back().id;
    FUZZ_CHECK(start.asOf == last && start.resumeAfter <= last);
    const auto cursor = Cursor::parse(text);
    const bool ours = cursor && cursor->epoch == known.store->epoch();
    const bool isKnown = ours && cursor->id <= last;
    FUZZ_CHECK((start.resume == Resume::Live) == text.isEmpty());
    if (start.resume == Resume::Replayed) {
        FUZZ_CHECK(isKnown && start.resumeAfter == cursor->id && !start.snapshot);
        const auto sent = history().calls.allEvents(wanted, cursor->id, 3);
        const auto ids = idsAfter(sent, wanted, cursor->id);
        FUZZ_CHECK(ids.size() == sent.size()); // no event outside the subscription
        FUZZ_CHECK(ids == idsAfter(known.events, wanted, cursor->id));
        FUZZ_CHECK(start.replayCount == qint64(sent.size()));
    } else if (start.resume == Resume::Gap) {
        const Reason expected = cursor && !ours ? Reason::Epoch
                                : !isKnown      ? Reason::Unknown
                                                : Reason::Evicted;
        FUZZ_CHECK(start.gapReason == expected && start.snapshot);
    } else if (start.resume == Resume::Ended) {
        FUZZ_CHECK(isKnown && wanted.jobs == QByteArrayList{"a"});
        FUZZ_CHECK(cursor->id >= known.jobs.front().terminalEvent);
    }
}

/// From any page, the rest of the list follows, newest first, each job once.
void checkPages(const QByteArray &text)
{
    JobQuery query;
    query.pageCursor = text;
    query.limit = 1;
    const auto before = EventId::parse(text);
    if (!text.isEmpty() && !before) {
        FUZZ_CHECK(history().calls.jobs(query).error().code == "bad_cursor");
        return;
    }
    std::vector<EventId> listed;
    do {
        const auto page = history().calls.jobs(query);
        FUZZ_CHECK(page);
        for (const Job &job : page->jobs)
            listed.push_back(job.lastEvent);
        query.pageCursor = page->next;
    } while (!query.pageCursor.isEmpty());
    std::vector<EventId> expected;
    for (const Job &job : history().jobs)
        if (!before || job.lastEvent < *before)
            expected.push_back(job.lastEvent);
    std::sort(expected.rbegin(), expected.rend());
    FUZZ_CHECK(listed == expected);
}

} // namespace

extern "C" int LLVMFuzzerInitialize(int *argc, char ***argv)
{
    static QCoreApplication app(*argc, *argv);
    quietLog();
    history();
    return 0;
}

/// The first byte selects the query. At the start of the rest, `@` stands for the store's own
/// epoch, and `@@` with a byte for the cursor of an event. In a page cursor, `@` with a byte stands
/// for an event id.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    if (size == 0)
        return 0;
    QByteArray text(reinterpret_cast<const char *>(bytes) + 1, qsizetype(size) - 1);
    const auto &events = history().events;
    if (bytes[0] & 0x80) {
        if (text.startsWith('@') && text.size() > 1)
            text = events[uchar(text[1]) % events.size()].id.toString() + text.mid(2);
        checkPages(text);
        return 0;
    }
    const QByteArray epoch = history().store->epoch();
    if (text.startsWith("@@") && text.size() > 2)
        text = Cursor{epoch, events[uchar(text[2]) % events.size()].id}.toWire() + text.mid(3);
    else if (text.startsWith('@'))
        text = epoch + text.mid(1);
    checkStream(text, subscriptionOf(bytes[0]));
    return 0;
}
