// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/bench/hubbench/server.h"

#include "tests/bench/hubbench/cores.h"
#include "tests/bench/hubbench/loopback.h"
#include "tests/bench/hubbench/steadytime.h"

#include <QFile>
#include <QThread>

#include <algorithm>

#include <csignal>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>

namespace bench {

namespace {

constexpr rlim_t wantedDescriptors = 40'000;
constexpr double startLimitSeconds = 30;
constexpr int stopLimitMs = 15'000;

QProcessEnvironment environment()
{
    QProcessEnvironment all = QProcessEnvironment::systemEnvironment();
    all.insert(QStringLiteral("HELIOGRAPH_LIMITS_CONNECTIONS"), QStringLiteral("30000"));
    all.insert(QStringLiteral("HELIOGRAPH_LIMITS_DRAIN_S"), QStringLiteral("0"));
    return all;
}

QStringList wordsOf(const Trial &trial, quint16 port, const QString &folder)
{
    QStringList words = QProcess::splitCommand(trial.command);
    words.replaceInStrings(QStringLiteral("{port}"), QString::number(port));
    words.replaceInStrings(QStringLiteral("{data}"), folder);
    if (words.isEmpty())
        qFatal("an empty command starts no server");
    return words;
}

} // namespace

Server::Server(const Trial &trial) : m_trial(trial)
{
    m_process.setProcessEnvironment(environment());
    m_process.setStandardOutputFile(QProcess::nullDevice());
    m_process.setChildProcessModifier([] {
        ::setpgid(0, 0); // a process group of its own, so that its children are stopped with it
        moveToServerCores();
        ::prctl(PR_SET_PDEATHSIG, SIGTERM);
    });
    start();
}

Server::~Server()
{
    const auto group = static_cast<pid_t>(m_process.processId());
    m_process.terminate();
    m_process.waitForFinished(stopLimitMs);
    if (group > 0)
        ::kill(-group, SIGKILL);
    m_process.waitForFinished();
}

double Server::restart()
{
    stop();
    return start();
}

double Server::start()
{
    m_port = freePort();
    QStringList words = wordsOf(m_trial, m_port, m_folder.path());
    m_process.setProgram(words.takeFirst());
    m_process.setArguments(words);
    // The log is a file, because nothing would read a pipe during a measurement.
    m_process.setStandardErrorFile(m_folder.filePath(QStringLiteral("log")));
    const qint64 startNs = steadyNs();
    m_process.start();
    while (!answersReady(m_port)) {
        if (m_process.waitForFinished(1) || m_process.state() == QProcess::NotRunning
            || secondsSince(startNs) > startLimitSeconds)
            failToStart();
    }
    return secondsSince(startNs);
}

void Server::failToStart()
{
    QFile log(m_folder.filePath(QStringLiteral("log")));
    const QByteArray said =
        log.open(QIODevice::ReadOnly) ? log.readAll().right(1000) : QByteArray();
    qFatal("not ready: %s\n%s", qPrintable(m_trial.command), said.constData());
}

void Server::stop()
{
    m_process.terminate();
    if (!m_process.waitForFinished(stopLimitMs))
        qFatal("does not stop: %s", qPrintable(m_trial.command));
}

void raiseDescriptorLimit()
{
    rlimit limit{};
    ::getrlimit(RLIMIT_NOFILE, &limit);
    limit.rlim_cur = std::max(limit.rlim_max, wantedDescriptors);
    limit.rlim_max = limit.rlim_cur;
    if (::setrlimit(RLIMIT_NOFILE, &limit) == 0)
        return;
    ::getrlimit(RLIMIT_NOFILE, &limit); // only root may exceed the hard limit
    limit.rlim_cur = limit.rlim_max;
    ::setrlimit(RLIMIT_NOFILE, &limit);
}

} // namespace bench
