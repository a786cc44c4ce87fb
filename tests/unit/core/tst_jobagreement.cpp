// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/core/jobstate.h"
#include "hub/wire/jobdelta.h"

#include <QRandomGenerator>
#include <QTest>

#include <cmath>
#include <limits>

using namespace hub;

namespace {

/// Makes random changes of one job, with few values for each field, so that they repeat.
class Changes
{
public:
    explicit Changes(quint32 seed) : m_random(seed) { }

    int below(int count) { return m_random.bounded(count); }
    bool chance(int percent) { return below(100) < percent; }

    JobChange next()
    {
        static constexpr EventType types[] = {
            EventType::Queued,    EventType::Processing, EventType::Progress, EventType::Progress,
            EventType::Progress,  EventType::Progress,   EventType::Log,      EventType::Completed,
            EventType::Cancelled, EventType::Failed,     EventType::TimedOut, EventType::Lost};
        JobChange change;
        change.type = types[below(int(std::size(types)))];
        addIds(change);
        addState(change);
        addTexts(change);
        return change;
    }

private:
    void addIds(JobChange &change)
    {
        if (chance(30))
            change.restoreId = "r" + QByteArray::number(below(5));
        if (chance(20))
            change.externalId = "x" + QByteArray::number(below(3));
        if (chance(10))
            change.attempt = 1 + below(6);
        if (chance(1))
            change.attempt = std::numeric_limits<int>::max();
        if (chance(20))
            change.run = {below(4), below(4)};
        if (chance(10))
            change.name = "pod.created";
    }
    void addState(JobChange &change)
    {
        if (chance(50))
            change.progress = m_random.generateDouble() * 120 - 10;
        if (chance(2))
            change.progress = NAN;
        if (chance(30))
            change.step = Step{below(5), 5};
        if (chance(20))
            change.result = chance(50) ? R"({ "n": 12345678901234567890, "z": 1.50 })" : R"("r")";
        if (chance(20))
            change.error = R"({"code":"e","message":"\ud83d\ude00"})";
    }
    void addTexts(JobChange &change)
    {
        static const QString messages[] = {{},
                                           QStringLiteral("a"),
                                           QStringLiteral("\"b\"\n\u2028"),
                                           QString(2 * maxMessageLength, QLatin1Char('l'))};
        if (chance(40))
            change.message = messages[below(4)];
        if (change.type == EventType::Log && chance(50))
            change.level = "warning";
        if (chance(20))
            change.data = R"({"progress":99})";
        if (chance(20)) // no such member may reach a field of the client's job
            change.extra = RawMembers::fromText(
                R"({"started_at":"2020-01-01T00:00:00.000Z","created_at":1,"source":"s","id":7})");
    }

    QRandomGenerator m_random;
};

/// The job of the hub and the jobs of two clients, which know only what the hub sends.
struct World
{
    explicit World(quint32 seed) : changes(seed)
    {
        const JobChange first = firstChange();
        hub = newJob("j", first, nowMs - 7);
        hub.labels = {{QStringLiteral("team"), QStringLiteral("a")}, {QStringLiteral("n"), 1.5}};
        early.id = late.id = hub.id;
        step(first);
    }

    JobChange firstChange()
    {
        JobChange first = changes.next();
        first.kind = changes.chance(50) ? JobKind::Execution : JobKind::Restore;
        first.owner = "u";
        return first;
    }

    void step(const JobChange &change)
    {
        nowMs += changes.below(4) - 1; // the wall clock may go back
        Job before = hub;
        if (isTerminal(hub.status) && changes.chance(20))
            before.externalId.clear(); // another job has taken it; see JobWriter
        const ChangeOutcome outcome =
            applyChange(before, change, nextEventId(hub.lastEvent, nowMs), nowMs);
        const auto *applied = std::get_if<Applied>(&outcome);
        if (!applied)
            return;
        hub = applied->job;
        const Event &event = applied->event;
        const auto delta = parseJobDelta(event.id, event.type, event.data);
        if (!delta) {
            complaint = "not readable: " + event.data;
            return;
        }
        applyDelta(early, *delta);
        applyDelta(late, *delta);
        compare(event);
        if (changes.chance(10))
            late = *jobFromJson(toJson(hub, "k"));
    }

    void compare(const Event &event)
    {
        for (const Job *job : {&early, &late}) {
            if (toJson(*job, "k") != toJson(hub, "k") || job->terminalEvent != hub.terminalEvent)
                complaint = "client " + toJson(*job, "k") + "\nhub    " + toJson(hub, "k")
                            + "\nafter  " + event.data;
        }
        if (early.pastRestoreIds != hub.pastRestoreIds)
            complaint = "past restore ids after " + event.data;
    }

    Changes changes;
    qint64 nowMs = 1'731'000'000'000;
    Job hub;
    Job early; ///< Of a client that was there before the job.
    Job late; ///< Of a client that reads the job resource now and then.
    QByteArray complaint; ///< The last difference; empty = none.
};

} // namespace

/// After each event, the hub and its clients show the same job. HELIOGRAPH_SEED repeats a run.
class TestJobAgreement : public QObject
{
    Q_OBJECT

private slots:
    void clientsShowWhatTheHubShows();
};

void TestJobAgreement::clientsShowWhatTheHubShows()
{
    bool isGiven = false;
    const uint given = qEnvironmentVariable("HELIOGRAPH_SEED").toUInt(&isGiven);
    const quint32 seed = isGiven ? given : QRandomGenerator::global()->generate();
    qInfo("HELIOGRAPH_SEED=%u", seed);
    for (quint32 walk = 0; walk < 300; ++walk) {
        World world(seed + walk);
        for (int i = 0; i < 60 && world.complaint.isEmpty(); ++i)
            world.step(world.changes.next());
        QVERIFY2(world.complaint.isEmpty(), world.complaint.constData());
    }
}

QTEST_GUILESS_MAIN(TestJobAgreement)
#include "tst_jobagreement.moc"
