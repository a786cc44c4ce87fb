// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/json/jsonslice.h"
#include "hub/wire/jobchange.h"

#include <QJsonArray>
#include <QTest>

using namespace hub;

class TestJobChange : public QObject
{
    Q_OBJECT

private slots:
    void comesBackEqual();
    void keepsWhatIsNotSaid();
    void comesBackHoweverDeep();
    void refusesOther_data();
    void refusesOther();
};

void TestJobChange::comesBackEqual()
{
    JobChange change;
    change.jobId = "j";
    change.externalId = "rp-1";
    change.type = EventType::TimedOut;
    change.name = "execution.timeout";
    change.kind = JobKind::Execution;
    change.owner = "u";
    change.restoreId = "r";
    change.attempt = 3;
    change.run = {9007199254740991, 1'731'000'000'001};
    change.progress = 33.3;
    change.step = Step{1, 2};
    change.message = QStringLiteral("h\"i\n");
    change.level = "error";
    change.result = R"({ "n" : 1.000 })";
    change.error = R"("x")";
    change.data = "null";
    change.extra = RawMembers::fromObject({{QStringLiteral("k"), 1}});

    const auto read = jobChangeFromJson(toJson(change));
    QVERIFY(read);
    QCOMPARE(read->jobId, change.jobId);
    QCOMPARE(read->externalId, change.externalId);
    QVERIFY(read->type == change.type);
    QCOMPARE(read->name, change.name);
    QVERIFY(read->kind == change.kind);
    QCOMPARE(read->owner, change.owner);
    QCOMPARE(read->restoreId, change.restoreId);
    QVERIFY(read->attempt == change.attempt);
    QVERIFY(read->progress == change.progress);
    QVERIFY(read->step == change.step);
    QVERIFY(read->message == change.message);
    QCOMPARE(read->level, change.level);
    QCOMPARE(read->result, change.result);
    QCOMPARE(read->error, change.error);
    QCOMPARE(read->data, change.data);
    QCOMPARE(read->extra, change.extra);
}

void TestJobChange::keepsWhatIsNotSaid()
{
    JobChange change;
    change.type = EventType::Log;
    QCOMPARE(toJson(change), R"({"type":"log"})");
    const auto read = jobChangeFromJson(toJson(change));
    QVERIFY(read && !read->message && !read->progress && !read->step && !read->attempt);
    QVERIFY(!read->kind && read->data.isNull());
    change.message = QString(); // given, but empty
    QVERIFY(jobChangeFromJson(toJson(change))->message.has_value());
}

void TestJobChange::comesBackHoweverDeep()
{
    // The deepest accepted body must still be readable inside the stored JSON.
    QJsonValue deepest(QStringLiteral("x"));
    for (int i = 1; i < maxForeignDepth; ++i)
        deepest = QJsonArray{deepest};
    JobChange change;
    change.extra = RawMembers::fromObject({{QStringLiteral("k"), deepest}});
    const auto read = jobChangeFromJson(toJson(change));
    QVERIFY(read);
    QCOMPARE(read->extra, change.extra);
}

void TestJobChange::refusesOther_data()
{
    QTest::addColumn<QByteArray>("text");
    for (const char *text : {"", "[]", "{}", R"({"type":"x"})", R"({"type":"notification"})"})
        QTest::newRow(*text ? text : "empty") << QByteArray(text);
}

void TestJobChange::refusesOther()
{
    QFETCH(QByteArray, text);
    QVERIFY(!jobChangeFromJson(text));
}

QTEST_GUILESS_MAIN(TestJobChange)
#include "tst_jobchange.moc"
