// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/base/logwriter.h"

#include <QByteArrayList>
#include <QTest>

#include <fcntl.h>
#include <poll.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace hub;
using namespace std::chrono_literals;

namespace {

constexpr qint64 maxBytes = 64 * 1024;

QByteArray note(qint64 dropped)
{
    return "dropped " + QByteArray::number(dropped) + '\n';
}

/// A pipe whose ends the test can close separately.
struct Pipe
{
    int ends[2] = {-1, -1};

    Pipe()
    {
        if (::pipe(ends) != 0)
            qFatal("pipe: no descriptor left");
        for (const int end : ends)
            ::fcntl(end, F_SETFD, FD_CLOEXEC);
    }
    ~Pipe()
    {
        closeReader();
        ::close(ends[1]);
    }
    Q_DISABLE_COPY_MOVE(Pipe)

    /// Writes lines until the pipe takes no more.
    void fill(QByteArrayView line) const
    {
        const int flags = ::fcntl(ends[1], F_GETFL);
        ::fcntl(ends[1], F_SETFL, flags | O_NONBLOCK);
        while (::write(ends[1], line.data(), static_cast<size_t>(line.size())) > 0) { }
        ::fcntl(ends[1], F_SETFL, flags);
    }
    void closeReader()
    {
        if (ends[0] >= 0)
            ::close(std::exchange(ends[0], -1));
    }
    /// Reads lines up to the one that contains `last`.
    QByteArrayList linesUpTo(const QByteArray &last)
    {
        QByteArray text;
        pollfd wanted{ends[0], POLLIN, 0};
        while (!text.contains(last) && ::poll(&wanted, 1, 10'000) > 0) {
            char bytes[65536];
            const ssize_t count = ::read(ends[0], bytes, sizeof bytes);
            if (count <= 0)
                break;
            text.append(bytes, count);
        }
        return text.split('\n');
    }
};

QByteArray line(int number)
{
    return "line " + QByteArray::number(number) + QByteArray(100, '.') + '\n';
}

} // namespace

class TestLogWriter : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void keepsTheOrder();
    void writesLongLinesWhole();
    void dropsWhatAPipeDoesNotTake();
    void countsAReaderThatLeft();
    void countsAClosedDescriptor();
    void lastWordsAreNeverDropped();
    void writesDirectlyInAForkedChild();
#ifndef HELIOGRAPH_PORTABLE // whose writer cannot leave a write that waits
    void endsWhileThePipeIsFull();
#endif
};

/// Restores the default action of SIGPIPE: only the writer's thread may be protected from it.
void TestLogWriter::initTestCase()
{
    ::signal(SIGPIPE, SIG_DFL);
}

void TestLogWriter::keepsTheOrder()
{
    Pipe pipe;
    LogWriter writer(pipe.ends[1], 10'000'000, note);
    for (int i = 0; i < 1000; ++i)
        writer.write(line(i));
    const QByteArrayList lines = pipe.linesUpTo("line 999.");
    QCOMPARE(lines.size(), 1001);
    for (int i = 0; i < 1000; ++i)
        QCOMPARE(lines.at(i) + '\n', line(i));
    QVERIFY(writer.flush(10s));
    QCOMPARE(writer.dropped(), 0);
}

void TestLogWriter::writesLongLinesWhole()
{
    Pipe pipe;
    LogWriter writer(pipe.ends[1], 10'000'000, note);
    const QByteArray whole = QByteArray(1'000'000, 'x');
    writer.write(whole + '\n');
    writer.write("end\n");
    QCOMPARE(pipe.linesUpTo("end"), QByteArrayList({whole, "end", ""}));
}

void TestLogWriter::dropsWhatAPipeDoesNotTake()
{
    Pipe pipe;
    pipe.fill("full\n");
    LogWriter writer(pipe.ends[1], maxBytes, note);
    constexpr int sent = 20'000;
    for (int i = 0; i < sent; ++i)
        writer.write(line(i));
    QVERIFY(writer.dropped() > sent / 2);
    QVERIFY(!writer.flush(0s));
    QByteArrayList lines = pipe.linesUpTo("dropped");
    QVERIFY(writer.flush(10s));
    writer.write("end\n");
    lines += pipe.linesUpTo("end");
    lines.removeAll(QByteArray());
    lines.removeAll("full");
    QCOMPARE(lines.takeLast(), QByteArray("end"));
    qint64 told = 0;
    int expected = 0;
    for (const QByteArray &text : lines) {
        if (text.startsWith("dropped ")) {
            told += text.mid(8).toLongLong();
            expected += text.mid(8).toInt();
        } else {
            QCOMPARE(text + '\n', line(expected++));
        }
    }
    QCOMPARE(told, writer.dropped());
    QCOMPARE(expected, sent);
}

void TestLogWriter::countsAReaderThatLeft()
{
    Pipe pipe;
    LogWriter writer(pipe.ends[1], maxBytes, note);
    writer.write("read\n");
    QCOMPARE(pipe.linesUpTo("read").first(), QByteArray("read"));
    pipe.closeReader();
    for (int i = 0; i < 10; ++i)
        writer.write(line(i));
    QVERIFY(writer.flush(10s));
    QCOMPARE(writer.dropped(), 10);
}

void TestLogWriter::countsAClosedDescriptor()
{
    const int closed = ::dup(STDERR_FILENO);
    ::close(closed);
    LogWriter writer(closed, maxBytes, note);
    writer.write("a\n");
    QVERIFY(writer.flush(10s));
    QCOMPARE(writer.dropped(), 1);
}

void TestLogWriter::lastWordsAreNeverDropped()
{
    Pipe pipe;
    LogWriter writer(pipe.ends[1], maxBytes, note);
    for (int i = 0; i < 5000; ++i)
        writer.write(line(i));
    writer.writeAnyway("fatal\n");
    QVERIFY(pipe.linesUpTo("fatal").contains("fatal"));
}

void TestLogWriter::writesDirectlyInAForkedChild()
{
    Pipe pipe;
    LogWriter writer(pipe.ends[1], maxBytes, note);
    writer.prepareFork();
    const pid_t child = ::fork();
    if (child == 0) {
        writer.afterForkInChild();
        writer.write("child\n");
        ::_exit(writer.flush(10s) ? 0 : 1);
    }
    writer.afterForkInParent();
    int status = -1;
    QCOMPARE(::waitpid(child, &status, 0), child);
    QCOMPARE(status, 0);
    writer.write("parent\n");
    QCOMPARE(pipe.linesUpTo("parent"), QByteArrayList({"child", "parent", ""}));
}

#ifndef HELIOGRAPH_PORTABLE
void TestLogWriter::endsWhileThePipeIsFull()
{
    Pipe pipe;
    LogWriter writer(pipe.ends[1], maxBytes, note);
    for (int i = 0; i < 5000; ++i)
        writer.write(line(i));
    QVERIFY(writer.dropped() > 0);
} // the destructor must return
#endif

QTEST_GUILESS_MAIN(TestLogWriter)
#include "tst_logwriter.moc"
