// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/httpcall.h"
#include "tests/support/hubprocess.h"
#include "tests/support/nginx.h"
#include "tests/support/streamreader.h"

#include <QTemporaryDir>

#include <fcntl.h>
#include <poll.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>

using namespace test;

namespace {

/// `heliographd` whose stderr is closed, or a pipe that only the test reads. QProcess would always
/// read the pipe.
class UnheardHub
{
public:
    enum class Stderr { Pipe, Closed };

    explicit UnheardHub(Stderr kind) : m_port(Nginx::freePort())
    {
        if (::pipe2(m_pipe, O_CLOEXEC) != 0)
            qFatal("pipe: no descriptor left");
        ::fcntl(m_pipe[1], F_SETPIPE_SZ, 4096);
        const QByteArray program = HubProcess::program().toUtf8();
        const QByteArray data = m_dir.path().toUtf8();
        const QByteArray listen = "127.0.0.1:" + QByteArray::number(m_port);
        m_pid = ::fork();
        if (m_pid == 0) {
            ::prctl(PR_SET_PDEATHSIG, SIGKILL);
            ::signal(SIGPIPE, SIG_DFL);
            if (kind == Stderr::Pipe)
                ::dup2(m_pipe[1], STDERR_FILENO);
            else
                ::close(STDERR_FILENO);
            ::setenv("HELIOGRAPH_LIMITS_LOG_QUEUE_BYTES", "65536", 1);
            ::setenv("HELIOGRAPH_LIMITS_CONNECTIONS_PER_ADDRESS", "2000", 1);
            ::setenv("HELIOGRAPH_LIMITS_DRAIN_S", "0", 1);
            ::execl(program.constData(), program.constData(), "--data", data.constData(),
                    "--listen", listen.constData(), nullptr);
            ::_exit(127);
        }
        ::close(m_pipe[1]);
    }
    ~UnheardHub()
    {
        if (m_pid > 0)
            ::kill(m_pid, SIGKILL);
        waitForExit();
        killReader();
    }
    Q_DISABLE_COPY_MOVE(UnheardHub)

    QUrl url() const { return QUrl(QStringLiteral("http://127.0.0.1:%1").arg(m_port)); }
    bool isHealthy() const { return httpCall(url(), "GET", "/healthz").status == 200; }
    bool waitUntilHealthy() const
    {
        return QTest::qWaitFor([this] { return isHealthy(); }, 30'000);
    }
    /// Opens and closes streams; each one writes two log lines.
    bool visit(int streams) const
    {
        constexpr int atOnce = 50;
        for (int begun = 0; begun < streams; begun += atOnce) {
            std::vector<std::unique_ptr<StreamReader>> open;
            for (int i = 0; i < atOnce; ++i)
                open.push_back(std::make_unique<StreamReader>(url(), "/api/v1/events"));
            for (const auto &stream : open)
                if (stream->next("hub.hello").isEmpty())
                    return false;
        }
        return true;
    }
    qint64 droppedLines() const
    {
        for (const QByteArray &line : httpCall(url(), "GET", "/metrics").body.split('\n'))
            if (line.startsWith("heliograph_log_lines_dropped_total "))
                return line.mid(line.indexOf(' ') + 1).toLongLong();
        return -1;
    }
    void killReader()
    {
        if (m_pipe[0] >= 0)
            ::close(std::exchange(m_pipe[0], -1));
    }
    /// Reads the pipe until a line contains `text`.
    bool hears(const QByteArray &text)
    {
        QByteArray heard;
        pollfd wanted{m_pipe[0], POLLIN, 0};
        while (!heard.contains(text) && ::poll(&wanted, 1, 20'000) > 0) {
            char bytes[65536];
            const ssize_t count = ::read(m_pipe[0], bytes, sizeof bytes);
            if (count <= 0)
                break;
            heard.append(bytes, count);
        }
        return heard.contains(text);
    }
    void terminate() { ::kill(m_pid, SIGTERM); }
    /// Waits for the exit code; -1 = it crashed or still runs.
    int waitForExit()
    {
        int status = -1;
        const bool ended =
            m_pid > 0
            && QTest::qWaitFor([&] { return ::waitpid(m_pid, &status, WNOHANG) == m_pid; }, 30'000);
        if (ended)
            m_pid = -1;
        return ended && WIFEXITED(status) ? WEXITSTATUS(status) : -1;
    }

private:
    QTemporaryDir m_dir;
    quint16 m_port;
    int m_pipe[2] = {-1, -1};
    pid_t m_pid = -1;
};

} // namespace

/// A hub whose stderr accepts nothing continues to serve and reports the dropped lines.
class TestBlockedStderr : public QObject
{
    Q_OBJECT

private slots:
    void servesWhileNobodyReads();
    void servesAfterTheReaderLeft();
    void servesWithStderrClosed();
    void stopsWhileNobodyReads();
};

void TestBlockedStderr::servesWhileNobodyReads()
{
    UnheardHub hub(UnheardHub::Stderr::Pipe);
    QVERIFY(hub.waitUntilHealthy());
    QVERIFY(hub.visit(300));
    QVERIFY(hub.isHealthy());
    QVERIFY(hub.droppedLines() > 0);
    QVERIFY(hub.hears("log lines were dropped"));
    hub.terminate();
    QCOMPARE(hub.waitForExit(), 0);
    QVERIFY(hub.hears("stopping within ")); // the last lines are written before the process ends
}

void TestBlockedStderr::servesAfterTheReaderLeft()
{
    UnheardHub hub(UnheardHub::Stderr::Pipe);
    QVERIFY(hub.waitUntilHealthy());
    QVERIFY(hub.hears("listening on"));
    hub.killReader();
    QVERIFY(hub.visit(20));
    QTRY_VERIFY(hub.droppedLines() >= 20);
    hub.terminate();
    QCOMPARE(hub.waitForExit(), 0);
}

void TestBlockedStderr::servesWithStderrClosed()
{
    UnheardHub hub(UnheardHub::Stderr::Closed);
    QVERIFY(hub.waitUntilHealthy());
    QVERIFY(hub.visit(20));
    QVERIFY(hub.isHealthy());
    hub.terminate();
    QCOMPARE(hub.waitForExit(), 0);
}

void TestBlockedStderr::stopsWhileNobodyReads()
{
    UnheardHub hub(UnheardHub::Stderr::Pipe);
    QVERIFY(hub.waitUntilHealthy());
    QVERIFY(hub.visit(300));
    hub.terminate();
    QCOMPARE(hub.waitForExit(), 0);
}

QTEST_GUILESS_MAIN(TestBlockedStderr)
#include "tst_blockedstderr.moc"
