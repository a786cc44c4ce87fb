// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/core/controlframes.h"

#include <QTest>

using namespace hub;
using namespace std::chrono_literals;
using Resume = StreamStart::Resume;
using GapReason = StreamStart::GapReason;

/// The `hub.*` frames, byte for byte as in resources/docs/streams.md.
class TestControlFrames : public QObject
{
    Q_OBJECT

private slots:
    void hello_data();
    void hello();
    void gap_data();
    void gap();
    void gapsRepeatForeignCursorsSafely();
    void end();
    void closing();
    void closeReasonsAreWords_data();
    void closeReasonsAreWords();
    void tokenExpiring();
    void refused();
    void heartbeat_data();
    void heartbeat();
};

void TestControlFrames::hello_data()
{
    QTest::addColumn<Resume>("resume");
    QTest::addColumn<QByteArray>("word");
    QTest::newRow("live") << Resume::Live << QByteArray("live");
    QTest::newRow("replayed") << Resume::Replayed << QByteArray("replayed");
    QTest::newRow("gap") << Resume::Gap << QByteArray("gap");
    QTest::newRow("ended") << Resume::Ended << QByteArray("live");
}

void TestControlFrames::hello()
{
    QFETCH(Resume, resume);
    QFETCH(QByteArray, word);
    StreamStart start;
    start.resume = resume;
    start.replayCount = 7;
    const QByteArray expected =
        "event: hub.hello\nretry: 2500\n"
        R"(data: {"epoch":"k3f","heartbeat_s":15,"retry_ms":2500,"resumed":")"
        + word + R"(","replayed":7})" + "\n\n";
    QCOMPARE(control::hello({"k3f", 15s, 2500ms}, start), expected);
}

void TestControlFrames::gap_data()
{
    QTest::addColumn<GapReason>("reason");
    QTest::addColumn<QByteArray>("word");
    QTest::newRow("evicted") << GapReason::Evicted << QByteArray("evicted");
    QTest::newRow("epoch") << GapReason::Epoch << QByteArray("epoch");
    QTest::newRow("unknown") << GapReason::Unknown << QByteArray("unknown");
}

void TestControlFrames::gap()
{
    QFETCH(GapReason, reason);
    QFETCH(QByteArray, word);
    StreamStart start;
    start.resume = Resume::Gap;
    start.gapReason = reason;
    start.asOf = {17, 4};
    const QByteArray expected =
        "event: hub.gap\n"
        R"(data: {"requested":"old.1-0","resumed_from":"k3f.17-4","reason":")"
        + word + R"("})" + "\n\n";
    QCOMPARE(control::gap("old.1-0", "k3f", start), expected);
}

void TestControlFrames::gapsRepeatForeignCursorsSafely()
{
    const QByteArray frame = control::gap("a\n\nevent: x\"\\", "e", {});
    QCOMPARE(frame.count("\n\n"), 1);
    QVERIFY(frame.contains(R"("requested":"a\n\nevent: x\"\\")"));
}

void TestControlFrames::end()
{
    QCOMPARE(control::end("j", JobStatus::TimedOut),
             QByteArray("event: hub.end\ndata: {\"job_id\":\"j\",\"status\":\"timed_out\"}\n\n"));
}

void TestControlFrames::closing()
{
    QCOMPARE(control::closing(CloseReason::Drain, true, 900ms),
             QByteArray("event: hub.closing\nretry: 900\n"
                        R"(data: {"reason":"drain","reconnect":true,"retry_ms":900})"
                        "\n\n"));
    QVERIFY(control::closing(CloseReason::Revoked, false, 0ms)
                .contains(R"({"reason":"revoked","reconnect":false,"retry_ms":0})"));
}

void TestControlFrames::closeReasonsAreWords_data()
{
    QTest::addColumn<CloseReason>("reason");
    QTest::addColumn<QByteArray>("word");
    const auto row = [](CloseReason reason, const char *word) {
        QTest::newRow(word) << reason << QByteArray(word);
    };
    row(CloseReason::ClientLeft, "client_left");
    row(CloseReason::Slow, "slow");
    row(CloseReason::HeartbeatFailed, "heartbeat_failed");
    row(CloseReason::TokenExpired, "token_expired");
    row(CloseReason::Revoked, "revoked");
    row(CloseReason::Evicted, "evicted");
    row(CloseReason::Kicked, "kicked");
    row(CloseReason::Drain, "drain");
    row(CloseReason::JobEnded, "job_ended");
    row(CloseReason::ServerError, "server_error");
}

void TestControlFrames::closeReasonsAreWords()
{
    QFETCH(CloseReason, reason);
    QTEST(toString(reason), "word");
}

void TestControlFrames::tokenExpiring()
{
    QCOMPARE(control::tokenExpiring(60s),
             QByteArray("event: hub.token_expiring\ndata: {\"in_s\":60}\n\n"));
}

void TestControlFrames::refused()
{
    QCOMPARE(control::refused("streams_per_user", 3000ms),
             QByteArray("event: hub.refused\nretry: 3000\n"
                        R"(data: {"bucket":"streams_per_user","retry_ms":3000})"
                        "\n\n"));
}

void TestControlFrames::heartbeat_data()
{
    QTest::addColumn<Dialect>("dialect");
    QTest::addColumn<QByteArray>("id");
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("without an id") << Dialect::Native << QByteArray() << QByteArray(": beat\n\n");
    QTest::newRow("with an id") << Dialect::Native << QByteArray("e.1-0")
                                << QByteArray(": beat\nid: e.1-0\n\n");
    QTest::newRow("image") << Dialect::Image << QByteArray()
                           << QByteArray("event: heartbeat\ndata: {\"type\":\"ping\"}\n\n");
    QTest::newRow("image with an id")
        << Dialect::Image << QByteArray("e.1-0")
        << QByteArray("id: e.1-0\nevent: heartbeat\ndata: {\"type\":\"ping\"}\n\n");
}

void TestControlFrames::heartbeat()
{
    QFETCH(Dialect, dialect);
    QFETCH(QByteArray, id);
    QTEST(control::heartbeat(dialect, id), "bytes");
}

QTEST_GUILESS_MAIN(TestControlFrames)
#include "tst_controlframes.moc"
