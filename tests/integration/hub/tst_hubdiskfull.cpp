// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/hubprocess.h"
#include "tests/support/ownnamespace.h"
#include "tests/support/streamreader.h"

#include <QFile>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTest>

#include <sys/mount.h>

using test::httpCall;
using test::HubProcess;
using test::StreamReader;

namespace {

QByteArray logEvent(int number, int bytes)
{
    return R"({"type":"log","message":")" + QByteArray::number(number) + R"(","data":")"
           + QByteArray(bytes, 'x') + "\"}";
}

/// The numbers of the log events that were received, in order.
QList<int> numbersOf(const StreamReader &stream)
{
    QList<int> numbers;
    for (const hub::SseEvent &event : stream.events())
        if (event.type == "log")
            numbers << QJsonDocument::fromJson(event.data)
                           .object()
                           .value(QLatin1String("message"))
                           .toString()
                           .toInt();
    return numbers;
}

/// The numbers of the stored events, by a replay from the beginning.
QList<int> stored(const QUrl &hub, qsizetype expected)
{
    StreamReader first(hub, "/api/v1/events/j");
    const QByteArray epoch =
        first.next("hub.hello").value(QLatin1String("epoch")).toString().toUtf8();
    StreamReader stream(hub, "/api/v1/events/j", {{"Last-Event-ID", epoch + ".0-0"}});
    stream.waitForEvents(1 + expected); // plus hub.hello
    return numbersOf(stream);
}

} // namespace

/// `heliographd` on a small separate disk that fills up.
class TestHubDiskFull : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void cleanup();

    void losesNothingAndRecovers();
    void saysSoAtTheStart_data();
    void saysSoAtTheStart();

private:
    /// Uses up the free space.
    void fill();
    void makeRoom() { QFile::remove(m_filler); }

    QTemporaryDir m_disk;
    QString m_data = m_disk.filePath(QStringLiteral("data"));
    QString m_database = m_data + QStringLiteral("/heliograph.db");
    QString m_filler = m_disk.filePath(QStringLiteral("filler"));
};

void TestHubDiskFull::initTestCase()
{
    if (!test::enterOwnNamespace(CLONE_NEWNS)
        || ::mount("none", "/", nullptr, MS_REC | MS_PRIVATE, nullptr) != 0)
        QSKIP("a disk of its own needs root or user namespaces");
}

void TestHubDiskFull::init()
{
    const QByteArray folder = QFile::encodeName(m_disk.path());
    if (::mount("none", folder.constData(), "tmpfs", 0, "size=8m") != 0)
        QSKIP("a tmpfs cannot be mounted here");
}

void TestHubDiskFull::cleanup()
{
    ::umount2(QFile::encodeName(m_disk.path()).constData(), MNT_DETACH);
}

void TestHubDiskFull::fill()
{
    QFile filler(m_filler);
    QVERIFY(filler.open(QIODevice::WriteOnly | QIODevice::Append | QIODevice::Unbuffered));
    for (const int size : {65536, 4096, 1}) {
        const QByteArray block(size, '.');
        while (filler.write(block) == block.size()) { }
    }
}

void TestHubDiskFull::losesNothingAndRecovers()
{
    auto hub = std::make_unique<HubProcess>(m_data);
    StreamReader stream(hub->url(), "/api/v1/events/j");
    QVERIFY(!stream.next("hub.snapshot").isEmpty());
    QList<int> accepted;
    int number = 0;
    const auto publish = [&](int bytes) {
        const auto answer =
            httpCall(hub->url(), "POST", "/api/v1/jobs/j/events", logEvent(++number, bytes));
        if (answer.status == 202)
            accepted << number;
        return answer;
    };
    QCOMPARE(publish(100).status, 202);
    fill();
    test::HttpAnswer answer;
    do
        answer = publish(100'000);
    while (answer.status == 202 && number < 1000);
    QCOMPARE(answer.status, 503);
    QCOMPARE(answer.code(), QByteArray("store_unavailable"));
    QVERIFY(!answer.headers.value("retry-after").isEmpty());
    QCOMPARE(httpCall(hub->url(), "GET", "/readyz").status, 503);
    QCOMPARE(httpCall(hub->url(), "GET", "/healthz").status, 200);
    QCOMPARE(httpCall(hub->url(), "GET", "/api/v1/jobs/j").status, 200);
    QTRY_VERIFY(hub->output().contains(m_database.toUtf8() + ": no space is left"));
    QCOMPARE(publish(100'000).status, 503);

    makeRoom();
    QTRY_COMPARE_WITH_TIMEOUT(httpCall(hub->url(), "GET", "/readyz").status, 200, 20'000);
    QCOMPARE(publish(100'000).status, 202);
    QTRY_COMPARE(numbersOf(stream), accepted); // on the same stream, without the refused events

    hub->process().kill();
    QVERIFY(hub->waitForExit(10'000));
    hub = std::make_unique<HubProcess>(m_data);
    QCOMPARE(stored(hub->url(), accepted.size()), accepted);
}

void TestHubDiskFull::saysSoAtTheStart_data()
{
    QTest::addColumn<bool>("first");
    QTest::newRow("first start") << true;
    QTest::newRow("with a history") << false;
}

void TestHubDiskFull::saysSoAtTheStart()
{
    QFETCH(bool, first);
    if (!first) {
        HubProcess hub(m_data);
        QCOMPARE(httpCall(hub.url(), "POST", "/api/v1/jobs/j/events", logEvent(1, 100)).status,
                 202);
        // SIGKILL leaves a write-ahead log that must be read at the next start
        hub.process().kill();
        QVERIFY(hub.waitForExit(10'000));
        QFile::remove(m_database + QStringLiteral("-shm"));
    } else {
        QVERIFY(QDir().mkpath(m_data));
    }
    fill();
    const HubProcess::Finished refused = HubProcess::runOn(m_data);
    QCOMPARE(refused.code, 1);
    QVERIFY2(refused.output.contains(m_database.toUtf8()), refused.output.constData());

    makeRoom();
    HubProcess hub(m_data);
    QCOMPARE(httpCall(hub.url(), "POST", "/api/v1/jobs/j/events", logEvent(2, 100)).status, 202);
    const QList<int> expected = first ? QList<int>{2} : QList<int>{1, 2};
    QCOMPARE(stored(hub.url(), expected.size()), expected);
}

QTEST_GUILESS_MAIN(TestHubDiskFull)
#include "tst_hubdiskfull.moc"
