// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/wire/dialect.h"

#include <QTest>

using namespace hub;

class TestDialect : public QObject
{
    Q_OBJECT

private slots:
    void namesEvents_data();
    void namesEvents();
    void keepsGivenNames();
    void readsExecutionNames_data();
    void readsExecutionNames();
    void writesImageData_data();
    void writesImageData();
    void encodesFrames();
};

namespace {
Event jobEvent(EventType type, const QByteArray &data = "{}")
{
    return {{5, 1}, Topic::job("j"), type, JobKind::Execution, {}, "u", data};
}
} // namespace

void TestDialect::namesEvents_data()
{
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<QByteArray>("execution");
    const auto row = [](const char *type, const char *execution) {
        QTest::newRow(type) << QByteArray(type) << QByteArray(execution);
    };
    row("queued", "execution.queued");
    row("processing", "pod.running");
    row("progress", "pod.running");
    row("log", "log");
    row("completed", "result_stored");
    row("failed", "execution.failed");
    row("cancelled", "execution.failed");
    row("timed_out", "execution.timeout");
    row("lost", "execution.failed");
}

void TestDialect::namesEvents()
{
    QFETCH(QByteArray, type);
    const Event derived = jobEvent(*parseEventType(type));
    QCOMPARE(eventName(derived, Dialect::Native), type);
    QTEST(eventName(derived, Dialect::Execution), "execution");
    QCOMPARE(eventName(derived, Dialect::Image), QByteArray());
}

void TestDialect::keepsGivenNames()
{
    Event named = jobEvent(EventType::Queued);
    named.name = "pod.created";
    QCOMPARE(eventName(named, Dialect::Execution), "pod.created");
    QCOMPARE(eventName(named, Dialect::Native), "queued");
    named.name = "x\ndata: injected"; // not a valid event name
    QCOMPARE(eventName(named, Dialect::Execution), "execution.queued");

    Event notification = jobEvent(EventType::Notification);
    notification.topic = Topic::user("u");
    QCOMPARE(eventName(notification, Dialect::Image), "notification");
}

void TestDialect::readsExecutionNames_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QByteArray>("canonical");
    QTest::addColumn<QByteArray>("type");
    const auto row = [](const char *name, const char *canonical, const char *type) {
        QTest::newRow(name) << QByteArray(name) << QByteArray(canonical) << QByteArray(type);
    };
    row("execution.requested", "execution.requested", "queued");
    row("execution_queued", "execution.queued", "queued");
    row("pod_created", "pod.created", "queued");
    row("pod.running", "pod.running", "processing");
    row("execution_completed", "execution.completed", "progress");
    row("execution_failed", "execution.failed", "failed");
    row("execution.timeout", "execution.timeout", "timed_out");
    row("result_stored", "result_stored", "completed");
    row("result.stored", "result_stored", "completed");
    row("execution-failed", "execution-failed", "");
    row("pod.running.", "pod.running.", "");
    row("", "", "");
}

void TestDialect::readsExecutionNames()
{
    QFETCH(QByteArray, name);
    const auto type = executionEventType(name);
    QTEST(type ? toString(*type) : QByteArray(), "type");
    QTEST(canonicalExecutionName(name), "canonical");
}

void TestDialect::writesImageData_data()
{
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<QByteArray>("data");
    QTest::addColumn<QByteArray>("expected");
    const auto row = [](const char *name, const char *type, const char *data,
                        const char *expected) {
        QTest::newRow(name) << QByteArray(type) << QByteArray(data) << QByteArray(expected);
    };
    row("done", "completed", R"({"result":{"images":[ {"url":"u","seed":12345678901234567890}]}})",
        R"({"request_id":"j","status":"OK","payload":{"images":[ {"url":"u","seed":12345678901234567890}],"progress":100}})");
    row("done without images", "completed", R"({"result":"text","message":"m"})",
        R"({"request_id":"j","status":"OK","message":"m","payload":{"images":[],"progress":100}})");
    row("done without images, for a reason", "completed",
        R"({"result":{"output":null},"error":{"code":"ERROR","message":"not serializable"}})",
        R"({"request_id":"j","status":"ERROR","message":"not serializable"})");
    row("done with images and a warning", "completed",
        R"({"result":{"images":["u"]},"error":{"code":"ERROR","message":"one is missing"}})",
        R"({"request_id":"j","status":"OK","message":"one is missing","payload":{"images":["u"],"progress":100}})");
    row("failed", "failed",
        R"({"error":{"code":"X","message":"out of memory"},"message":"step 3"})",
        R"({"request_id":"j","status":"ERROR","message":"out of memory"})");
    row("failed with text", "failed", R"({"error":"boom"})",
        R"({"request_id":"j","status":"ERROR","message":"boom"})");
    row("timed out, unsaid", "timed_out", R"({"progress":40})",
        R"({"request_id":"j","status":"ERROR","message":"timed_out"})");
    row("cancelled", "cancelled", R"({"message":"by user"})",
        R"({"request_id":"j","status":"ERROR","message":"by user"})");
    row("progress", "progress", R"({"progress":42.5,"message":"m"})",
        R"({"request_id":"j","status":"PROGRESS","message":"m","payload":{"progress":42.5}})");
    row("queued", "queued", R"({"status":"queued"})", R"({"request_id":"j","status":"PROGRESS"})");
    row("log", "log", R"({"message":"line"})",
        R"({"request_id":"j","status":"PROGRESS","message":"line"})");
}

void TestDialect::writesImageData()
{
    QFETCH(QByteArray, type);
    QFETCH(QByteArray, data);
    const Event given = jobEvent(*parseEventType(type), data);
    QTEST(eventData(given, Dialect::Image), "expected");
    QCOMPARE(eventData(given, Dialect::Native), data);
    QCOMPARE(eventData(given, Dialect::Execution), data);
}

void TestDialect::encodesFrames()
{
    const Event given = jobEvent(EventType::Progress, R"({"progress":1})");
    QCOMPARE(encodeFrame(given, Dialect::Native, "k"),
             "id: k.5-1\nevent: progress\ndata: {\"progress\":1}\n\n");
    QCOMPARE(encodeFrame(given, Dialect::Execution, "k"),
             "id: k.5-1\nevent: pod.running\ndata: {\"progress\":1}\n\n");
    QCOMPARE(encodeFrame(given, Dialect::Image, "k"),
             "id: k.5-1\ndata: "
             "{\"request_id\":\"j\",\"status\":\"PROGRESS\",\"payload\":{\"progress\":1}}\n\n");
}

QTEST_GUILESS_MAIN(TestDialect)
#include "tst_dialect.moc"
