// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/filter/eventfields.h"
#include "hub/filter/eventlevel.h"
#include "hub/filter/jobfields.h"
#include "hub/wire/event.h"

#include <QTest>

using hub::Filter;

namespace {

constexpr qint64 now = 1'769'864'400'000; // 2026-01-31T13:00:00Z

/// A job whose texts have no word in common.
hub::Job exampleJob()
{
    hub::Job job;
    job.id = "render7";
    job.kind = hub::JobKind::Image;
    job.status = hub::JobStatus::TimedOut;
    job.progress = 64;
    job.step = hub::Step{12, 19};
    job.message = QStringLiteral("tile 3");
    job.owner = "ann";
    job.attempt = 3;
    job.externalId = "ext9";
    job.source = "runpod";
    job.createdMs = now - 3'600'000;
    job.startedMs = now - 1'800'000;
    job.updatedMs = now - 60'000;
    job.finishedMs = now - 60'000;
    job.error = R"({"code":"CUDA_OOM","message":"GPU hung"})";
    job.labels = {{QStringLiteral("team"), QStringLiteral("blue")}, {QStringLiteral("retry"), 2}};
    return job;
}

} // namespace

/// The fields of jobs and events.
class TestFilterJobs : public QObject
{
    Q_OBJECT

private slots:
    void judgesJobs_data();
    void judgesJobs();
    void refusesWhatOnlyTheMonitorKnows_data();
    void refusesWhatOnlyTheMonitorKnows();
    void knowsAgesOfJobsThatRun();
    void namesEveryStateKindAndEvent();
    void knowsTheLevelOfEveryEvent_data();
    void knowsTheLevelOfEveryEvent();
};

void TestFilterJobs::judgesJobs_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("match");
    const auto rows = [](bool match, const std::initializer_list<const char *> &texts) {
        for (const char *text : texts)
            QTest::newRow(text) << QString::fromUtf8(text) << match;
    };
    rows(true, {"RENDER", "xt9", "image", "timed_out", "ann", "gpu", "cuda_oom", "TILE", "blue"});
    rows(false, {"absent", "runpod", "\"code\""});
    rows(true,
         {"state:timed_out", "status:timed",  "kind:image",         "type:image",    "owner:an",
          "owner=ann",       "id:render*",    "external:ext9",      "source=runpod", "message:tile",
          "error:hung",      "error:CUDA*",   "error=\"GPU hung\"", "label:blue",    "tag:blue",
          "label.team=blue", "label.retry=2", "is:ended",           "is:failed",     "has:error",
          "has:steps",       "has:label",     "-has:result"});
    rows(false, {"state:failed", "kind:restore", "owner:blue", "owner=an", "error:absent",
                 "label.team:2", "is:active", "has:result"});
    rows(true, {"progress>50%", "attempts>=3", "age:1h", "elapsed:29m", "updated<2m",
                "created:12:00", "started:12:30", "finished:12:59"});
    rows(false, {"progress<50", "attempts<3", "age<1h", "elapsed>30m", "updated>2m"});
}

void TestFilterJobs::judgesJobs()
{
    QFETCH(const QString, text);
    const hub::Job job = exampleJob();
    std::optional<hub::FilterFault> fault;
    hub::FilterContext context;
    context.nowMs = now;
    const Filter filter = Filter::parse(text, hub::jobFields(), context, fault);
    QVERIFY2(!fault, qPrintable(fault ? fault->toString() : QString()));
    QTEST(filter.judge(hub::JobFilterRow(job, now)) == hub::FilterVerdict::Yes, "match");
}

void TestFilterJobs::refusesWhatOnlyTheMonitorKnows_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("position");
    QTest::addColumn<int>("length");
    QTest::newRow("stalled") << QStringLiteral("is:stalled") << 3 << 7;
    QTest::newRow("new") << QStringLiteral("owner:ann -is:new") << 14 << 3;
    QTest::newRow("shortened") << QStringLiteral("is=stall") << 3 << 5;
    QTest::newRow("one of several") << QStringLiteral("is:failed,new") << 10 << 3;
    QTest::newRow("in quotes") << QStringLiteral("is:\"failed,new\"") << 11 << 3;
}

void TestFilterJobs::refusesWhatOnlyTheMonitorKnows()
{
    QFETCH(const QString, text);
    std::optional<hub::FilterFault> fault;
    QVERIFY(Filter::parse(text, hub::jobFields(), {}, fault).isEmpty());
    QVERIFY(fault);
    QTEST(static_cast<int>(fault->position), "position");
    QTEST(static_cast<int>(fault->length), "length");
    QVERIFY2(fault->message.startsWith(QLatin1String("only the monitor can judge is:")),
             qPrintable(fault->message));
    QVERIFY(fault->message.endsWith(QLatin1String("active, ended, failed")));
    Filter::parse(text, hub::monitorJobFields(), {}, fault);
    QVERIFY2(!fault, qPrintable(fault ? fault->toString() : QString()));
}

void TestFilterJobs::knowsAgesOfJobsThatRun()
{
    hub::Job job = exampleJob();
    job.status = hub::JobStatus::Processing;
    job.finishedMs = 0;
    const auto elapsed = static_cast<int>(hub::JobField::Elapsed);
    QCOMPARE(hub::JobFilterRow(job, now).number(elapsed), std::optional(1'800'000.0));
    job.startedMs = 0;
    QCOMPARE(hub::JobFilterRow(job, now).number(elapsed), std::nullopt);
    QCOMPARE(hub::JobFilterRow(job, now).number(static_cast<int>(hub::JobField::Finished)),
             std::nullopt);
}

/// The words of a field are in the order of the enumeration.
void TestFilterJobs::namesEveryStateKindAndEvent()
{
    const auto words = [](const hub::FilterFields &fields, const char *name) {
        QByteArrayList list;
        for (const QString &word : fields.find(QLatin1String(name))->words)
            list << word.section(QLatin1Char('|'), 0, 0).toLatin1();
        return list;
    };
    const QByteArrayList states = words(hub::jobFields(), "state");
    QCOMPARE(states.size(), 7);
    for (int state = 0; state < states.size(); ++state)
        QCOMPARE(states.at(state), toString(static_cast<hub::JobStatus>(state)));
    const QByteArrayList kinds = words(hub::jobFields(), "kind");
    QCOMPARE(kinds.size(), int(hub::jobKinds));
    for (int kind = 0; kind < kinds.size(); ++kind)
        QCOMPARE(kinds.at(kind), toString(static_cast<hub::JobKind>(kind)));
    const QByteArrayList events = words(hub::eventFields(), "event");
    QCOMPARE(events.size(), int(hub::eventTypes));
    for (int type = 0; type < events.size(); ++type)
        QCOMPARE(events.at(type), toString(static_cast<hub::EventType>(type)));
    QCOMPARE(hub::levelBit(hub::EventLevel::Warning), 4U);
    QCOMPARE(words(hub::eventFields(), "level"),
             (QByteArrayList{"debug", "info", "warning", "error"}));
}

void TestFilterJobs::knowsTheLevelOfEveryEvent_data()
{
    using hub::EventLevel;
    using hub::EventType;
    QTest::addColumn<EventType>("type");
    QTest::addColumn<QByteArray>("sent");
    QTest::addColumn<EventLevel>("level");
    const auto row = [](EventType type, const char *sent, EventLevel level) {
        QTest::addRow("%s %s", toString(type).constData(), sent)
            << type << QByteArray(sent) << level;
    };
    row(EventType::Log, "", EventLevel::Info);
    row(EventType::Log, "loud", EventLevel::Info);
    row(EventType::Log, "trace", EventLevel::Debug);
    row(EventType::Log, "debug", EventLevel::Debug);
    row(EventType::Log, "info", EventLevel::Info);
    row(EventType::Log, "Warning", EventLevel::Warning);
    row(EventType::Log, "warn", EventLevel::Warning);
    row(EventType::Log, "ERROR", EventLevel::Error);
    row(EventType::Log, "critical", EventLevel::Error);
    row(EventType::Log, "fatal", EventLevel::Error);
    row(EventType::Progress, "", EventLevel::Debug);
    row(EventType::Progress, "error", EventLevel::Debug); // only a log line has its own level
    row(EventType::Queued, "", EventLevel::Info);
    row(EventType::Processing, "", EventLevel::Info);
    row(EventType::Completed, "", EventLevel::Info);
    row(EventType::Notification, "", EventLevel::Info);
    row(EventType::Cancelled, "", EventLevel::Warning);
    row(EventType::Failed, "", EventLevel::Error);
    row(EventType::TimedOut, "", EventLevel::Error);
    row(EventType::Lost, "", EventLevel::Error);
}

void TestFilterJobs::knowsTheLevelOfEveryEvent()
{
    QFETCH(const hub::EventType, type);
    QFETCH(const QByteArray, sent);
    QTEST(hub::eventLevel(type, sent), "level");
}

QTEST_GUILESS_MAIN(TestFilterJobs)
#include "tst_filterjobs.moc"
