// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/unit/models/modelevents.h"
#include "ui/models/eventtext.h"

#include <QTest>

namespace {

ui::JobEvent eventOf(hub::EventType type, const QByteArray &data)
{
    return test::jobEvent("a", type, 1, data.constData());
}

} // namespace

/// Events and outcomes in one line.
class TestEventText : public QObject
{
    Q_OBJECT

private slots:
    void describesEvents_data();
    void describesEvents();
    void isOneLineOfBoundedLength();
    void readsErrors_data();
    void readsErrors();
    void outcomesPreferErrors();
};

void TestEventText::describesEvents_data()
{
    using hub::EventType;
    QTest::addColumn<EventType>("type");
    QTest::addColumn<QByteArray>("data");
    QTest::addColumn<QString>("text");
    const auto row = [](const char *name, EventType type, const char *data, const char *text) {
        QTest::newRow(name) << type << QByteArray(data) << QString::fromUtf8(text);
    };
    row("nothing", EventType::Queued, "{}", "");
    row("progress", EventType::Progress, R"({"progress":64,"step":{"current":12,"total":19}})",
        "64 % · step 12/19");
    row("progress with a message", EventType::Progress, R"({"progress":5,"message":"tiles"})",
        "5 % · tiles");
    row("progress of another event", EventType::Processing, R"({"progress":5,"message":"m"})", "m");
    row("progress that is no number", EventType::Progress, R"({"progress":"5"})", "");
    row("error", EventType::Failed, R"({"error":{"code":"OOM","message":"out of memory"}})",
        "OOM: out of memory");
    row("error code alone", EventType::Failed, R"({"error":{"code":"OOM"}})", "OOM");
    row("error message alone", EventType::Failed, R"({"error":{"message":"m"}})", "m");
    row("error as a text", EventType::Failed, R"({"error":"no disk"})", "no disk");
    row("error of another shape", EventType::Failed, R"({"error":[1]})", "");
    row("error and message", EventType::Failed, R"({"error":"e","message":"m"})", "e · m");
    row("an image", EventType::Completed, R"({"result":{"images":[1]}})", "1 image");
    row("files", EventType::Completed, R"({"result":{"files":["a/b.txt"]}})", "b.txt");
    row("result as a text", EventType::Completed, R"({"result":"done"})", "done");
    row("result as a number", EventType::Completed, R"({"result":7})", "");
    row("result and message", EventType::Completed, R"({"result":"r","message":"m"})", "r · m");
}

void TestEventText::describesEvents()
{
    QFETCH(hub::EventType, type);
    QFETCH(QByteArray, data);
    QTEST(ui::eventText(eventOf(type, data)), "text");
}

void TestEventText::isOneLineOfBoundedLength()
{
    QCOMPARE(ui::eventText(eventOf(hub::EventType::Log, R"({"message":"a\nb"})")),
             QStringLiteral("a b"));
    const QByteArray large = R"({"message":")" + QByteArray(10'000, 'x') + "\"}";
    QVERIFY(ui::eventText(eventOf(hub::EventType::Log, large)).size() <= 4001);
}

void TestEventText::readsErrors_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("text");
    QTest::newRow("none") << QByteArray() << QString();
    QTest::newRow("null") << QByteArray("null") << QString();
    QTest::newRow("text") << QByteArray(R"("a \"b\"")") << QStringLiteral("a \"b\"");
    QTest::newRow("object") << QByteArray(R"({"code":"c","message":"m"})")
                            << QStringLiteral("c: m");
    QTest::newRow("empty object") << QByteArray("{}") << QString();
    QTest::newRow("no JSON") << QByteArray("{\"code\"") << QString();
    QTest::newRow("several values") << QByteArray(R"("a","b")") << QStringLiteral("a");
}

void TestEventText::readsErrors()
{
    QFETCH(QByteArray, json);
    QTEST(ui::errorText(json), "text");
}

void TestEventText::outcomesPreferErrors()
{
    hub::Job job;
    QCOMPARE(ui::outcomeText(job), QString());
    job.message = QStringLiteral("writing\nfiles");
    QCOMPARE(ui::outcomeText(job), QStringLiteral("writing files"));
    job.result = R"({"files":["out/a.png"]})";
    QCOMPARE(ui::outcomeText(job), QStringLiteral("a.png"));
    job.error = R"({"code":"LATE"})";
    QCOMPARE(ui::outcomeText(job), QStringLiteral("LATE"));
}

QTEST_GUILESS_MAIN(TestEventText)
#include "tst_eventtext.moc"
