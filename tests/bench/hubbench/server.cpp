// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/bench/hubbench/server.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QRegularExpression>
#include <QThread>

#include <algorithm>

#include <sys/resource.h>

namespace bench {

namespace {

constexpr rlim_t wantedDescriptors = 40'000;
constexpr int startLimitMs = 20'000;
constexpr int stopLimitMs = 15'000;

QProcessEnvironment environment()
{
    QProcessEnvironment all = QProcessEnvironment::systemEnvironment();
    all.insert(QStringLiteral("HELIOGRAPH_LIMITS_CONNECTIONS"), QStringLiteral("30000"));
    all.insert(QStringLiteral("HELIOGRAPH_LIMITS_DRAIN_S"), QStringLiteral("0"));
    return all;
}

} // namespace

Server::Server()
{
    m_process.setProcessEnvironment(environment());
    m_process.setProgram(QCoreApplication::applicationDirPath() + QStringLiteral("/heliographd"));
    m_process.setArguments({QStringLiteral("--data"), m_folder.path(), QStringLiteral("--listen"),
                            QStringLiteral("127.0.0.1:0")});
    m_process.setStandardOutputFile(QProcess::nullDevice());
    start();
}

Server::~Server()
{
    m_process.kill();
    m_process.waitForFinished();
}

void Server::restart()
{
    stop();
    start();
}

void Server::start()
{
    // to a file: nobody here reads a pipe while it measures
    m_process.setStandardErrorFile(m_folder.filePath(QStringLiteral("log")));
    m_process.start();
    QElapsedTimer waited;
    waited.start();
    while ((m_port = announcedPort()) == 0) {
        if (waited.elapsed() > startLimitMs || m_process.waitForFinished(10))
            qFatal("%s does not listen", qPrintable(m_process.program()));
    }
}

void Server::stop()
{
    m_process.terminate();
    if (!m_process.waitForFinished(stopLimitMs))
        qFatal("heliographd does not stop");
}

quint16 Server::announcedPort() const
{
    static const QRegularExpression listening(
        QStringLiteral("listening on http://127\\.0\\.0\\.1:(\\d+)\\D"));
    QFile log(m_folder.filePath(QStringLiteral("log")));
    if (!log.open(QIODevice::ReadOnly))
        return 0;
    return listening.match(QString::fromUtf8(log.readAll())).captured(1).toUShort();
}

void raiseDescriptorLimit()
{
    rlimit limit{};
    ::getrlimit(RLIMIT_NOFILE, &limit);
    limit.rlim_cur = std::max(limit.rlim_max, wantedDescriptors);
    limit.rlim_max = limit.rlim_cur;
    if (::setrlimit(RLIMIT_NOFILE, &limit) == 0)
        return;
    ::getrlimit(RLIMIT_NOFILE, &limit); // only root may go beyond the hard limit
    limit.rlim_cur = limit.rlim_max;
    ::setrlimit(RLIMIT_NOFILE, &limit);
}

} // namespace bench
