// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/helio/eventlines.h"
#include "app/helio/output.h"

#include <QJsonDocument>
#include <QTest>

#include <array>
#include <cstdlib>
#include <memory>
#include <fcntl.h>
#include <unistd.h>

using namespace helio;

namespace {

struct CloseFile
{
    void operator()(std::FILE *file) const { std::fclose(file); }
};
using File = std::unique_ptr<std::FILE, CloseFile>;

/// The slave side of a new pseudo-terminal. `master` keeps the terminal alive.
File terminal(File *master)
{
    const int fd = ::posix_openpt(O_RDWR | O_NOCTTY);
    if (fd < 0 || ::grantpt(fd) != 0 || ::unlockpt(fd) != 0)
        return {};
    File file(std::fopen(::ptsname(fd), "w"));
    master->reset(::fdopen(fd, "r"));
    return file;
}

ui::JobEvent jobEvent(hub::EventType type, const QByteArray &json)
{
    ui::JobEvent event{"e1.1731000000123-0", {}, json};
    event.delta = hub::parseJobDelta({1731000000123, 0}, type, json).value();
    event.delta.jobId = "job-1";
    return event;
}

} // namespace

class TestHelioText : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void linesSayWhatHappened_data();
    void linesSayWhatHappened();
    void linesAreAligned();
    void foreignTextCannotDriveTheTerminal();
    void jsonCannotDriveTheTerminal();
    void jsonIsOneLineWithTheDataAsReceived();
    void gapsAreVisible();
#ifndef HELIOGRAPH_PORTABLE // which cannot tell a terminal, and so uses no colour
    void coloursOnlyATerminalThatWantsIt();
#endif
    void noticesAReaderThatLeft();

private:
    File m_nowhere;
};

void TestHelioText::init()
{
    m_nowhere.reset(std::fopen("/dev/null", "w"));
    qputenv("TERM", "xterm");
    qunsetenv("NO_COLOR");
}

void TestHelioText::linesSayWhatHappened_data()
{
    QTest::addColumn<hub::EventType>("type");
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QByteArray>("words"); // the text after the event type
    QTest::newRow("progress")
        << hub::EventType::Progress
        << QByteArray(R"({"progress":42.55,"step":{"current":12,"total":19},"message":"up"})")
        << QByteArray("42.5% 12/19 up");
    QTest::newRow("log") << hub::EventType::Log
                         << QByteArray(R"({"level":"info","message":"a line"})")
                         << QByteArray("info a line");
    QTest::newRow("error") << hub::EventType::Failed
                           << QByteArray(
                                  R"({"error":{"code":"OOM","message":"no memory"},"result":null})")
                           << QByteArray("OOM: no memory");
    QTest::newRow("exact") << hub::EventType::Log
                           << QByteArray(R"({"data":{"n":12345678901234567890,"z":1.50}})")
                           << QByteArray(R"({"n":12345678901234567890,"z":1.50})");
    QTest::newRow("odd types") << hub::EventType::Log
                               << QByteArray(R"({"message":7,"progress":"x","step":3,"data":"s"})")
                               << QByteArray("7 s");
}

void TestHelioText::linesSayWhatHappened()
{
    QFETCH(hub::EventType, type);
    QFETCH(QByteArray, json);
    QFETCH(QByteArray, words);
    const Output output(m_nowhere.get(), m_nowhere.get());
    const QByteArray line = eventLine(jobEvent(type, json), false, output);
    const QByteArray name = hub::toString(type);
    QCOMPARE(line.mid(line.indexOf(name) + name.size()).trimmed(), words);
}

void TestHelioText::linesAreAligned()
{
    const Output output(m_nowhere.get(), m_nowhere.get());
    const QByteArray a =
        eventLine(jobEvent(hub::EventType::Log, R"({"message":"M"})"), true, output);
    const QByteArray b =
        eventLine(jobEvent(hub::EventType::Processing, R"({"message":"M"})"), true, output);
    QVERIFY(a.contains("job-1"));
    QCOMPARE(a.indexOf('M'), b.indexOf('M'));
}

void TestHelioText::foreignTextCannotDriveTheTerminal()
{
    const Output output(m_nowhere.get(), m_nowhere.get());
    const QByteArray line = eventLine(
        jobEvent(hub::EventType::Log, R"({"message":"a\u001b[2Jb\nc\u009b\u202e"})"), true, output);
    QVERIFY(line.endsWith("a\\u001b[2Jb\\u000ac\\u009b\\u202e"));
}

void TestHelioText::jsonCannotDriveTheTerminal()
{
    File master;
    const File tty = terminal(&master);
    if (!tty)
        QSKIP("no pseudo-terminals here");
    const QByteArray data =
        R"({"message":")" + QStringLiteral("a\u009b31mb\u0085c\u202e").toUtf8() + R"("})";
    const QByteArray json = eventJson(jobEvent(hub::EventType::Log, data));
    QVERIFY(json.contains(data)); // into a pipe the data is written as received
    QVERIFY(Output(tty.get(), m_nowhere.get()).json(json));
    std::array<char, 4096> buffer{};
    QVERIFY(std::fgets(buffer.data(), static_cast<int>(buffer.size()), master.get()));
    const QByteArray shown(buffer.data());
    QVERIFY2(shown.contains("a\\u009b31mb\\u0085c\\u202e"), shown.constData());
    QCOMPARE(QJsonDocument::fromJson(shown), QJsonDocument::fromJson(json));
}

void TestHelioText::jsonIsOneLineWithTheDataAsReceived()
{
    const QByteArray exact =
        eventJson(jobEvent(hub::EventType::Log, R"({"n":12345678901234567890})"));
    QCOMPARE(
        exact,
        QByteArray(R"({"id":"e1.1731000000123-0","time":"2024-11-07T17:20:00.123Z","type":"log",)"
                   R"("job_id":"job-1","data":{"n":12345678901234567890}})"));
    const QByteArray spread = eventJson(jobEvent(hub::EventType::Log, "{\n \"n\": 1\n}"));
    QVERIFY(!spread.contains('\n'));
    QVERIFY(QJsonDocument::fromJson(spread).isObject());
}

void TestHelioText::gapsAreVisible()
{
    const Output output(m_nowhere.get(), m_nowhere.get());
    const ui::Gap gap{"e1.1-0", "e1.9-0", QStringLiteral("evicted")};
    QVERIFY(gapLine(gap, output).contains("GAP"));
    QVERIFY(gapLine(gap, output).contains("e1.1-0"));
    QCOMPARE(
        gapJson(gap),
        QByteArray(
            R"({"type":"hub.gap","requested":"e1.1-0","resumed_from":"e1.9-0","reason":"evicted"})"));
}

#ifndef HELIOGRAPH_PORTABLE
void TestHelioText::coloursOnlyATerminalThatWantsIt()
{
    const auto colours = [this](std::FILE *out) {
        return Output(out, m_nowhere.get()).painted("x", Tone::Bad) != "x";
    };
    File master;
    const File tty = terminal(&master);
    if (!tty)
        QSKIP("no pseudo-terminals here");
    QVERIFY(colours(tty.get()));
    QVERIFY(!colours(m_nowhere.get()));
    qputenv("NO_COLOR", "1");
    QVERIFY(!colours(tty.get()));
    qputenv("NO_COLOR", ""); // an empty NO_COLOR has no effect (no-color.org)
    QVERIFY(colours(tty.get()));
    qputenv("TERM", "dumb");
    QVERIFY(!colours(tty.get()));
}
#endif

void TestHelioText::noticesAReaderThatLeft()
{
    const File full(std::fopen("/dev/full", "w"));
    Output output(full.get(), m_nowhere.get());
    QVERIFY(!output.line("x"));
    QVERIFY(Output(m_nowhere.get(), m_nowhere.get()).line("x"));
}

QTEST_GUILESS_MAIN(TestHelioText)
#include "tst_heliotext.moc"
