// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/bench/storebench/meter.h"

#include <QDir>
#include <QFile>

#include <algorithm>
#include <cstdio>
#include <cstring>

#include <unistd.h>

namespace bench {

namespace {

QByteArray contents(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// CPU time of a thread in nanoseconds (proc(5): schedstat).
qint64 cpuOf(const QString &task)
{
    return contents(QStringLiteral("/proc/self/task/%1/schedstat").arg(task))
        .split(' ')
        .value(0)
        .toLongLong();
}

qint64 bytesWritten()
{
    for (const QByteArray &line : contents(QStringLiteral("/proc/self/io")).split('\n')) {
        if (line.startsWith("write_bytes: "))
            return line.mid(13).toLongLong();
    }
    return 0;
}

/// SQLite counts its transactions here in the WAL index (walformat.html, section 2.1).
qint64 commitsOf(const QString &database)
{
    QFile file(database + QStringLiteral("-shm"));
    quint32 count = 0;
    if (file.open(QIODevice::ReadOnly) && file.seek(8))
        file.read(reinterpret_cast<char *>(&count), sizeof count);
    return count;
}

} // namespace

Meter::Meter(const QString &database) : m_database(database), m_begin(read())
{
    m_time.start();
}

Meter::Reading Meter::read() const
{
    Reading reading;
    const QString caller = QString::number(gettid());
    const QDir tasks(QStringLiteral("/proc/self/task"));
    for (const QString &task : tasks.entryList(QDir::Dirs | QDir::NoDotAndDotDot))
        (task == caller ? reading.callerNs : reading.workerNs) += cpuOf(task);
    reading.commits = commitsOf(m_database);
    reading.bytes = bytesWritten();
    return reading;
}

double Meter::percentileMs(double share)
{
    if (m_latencies.empty())
        return 0;
    const auto index = static_cast<size_t>(share * static_cast<double>(m_latencies.size() - 1));
    const auto place = m_latencies.begin() + static_cast<std::ptrdiff_t>(index);
    std::nth_element(m_latencies.begin(), place, m_latencies.end());
    return static_cast<double>(*place) / 1e6;
}

void Meter::report(const char *name, qint64 events)
{
    const double seconds = static_cast<double>(m_time.nsecsElapsed()) / 1e9;
    const Reading end = read();
    const auto count = static_cast<double>(std::max<qint64>(events, 1));
    std::printf(R"({"scenario":"%s","events":%lld,"events_per_s":%.0f,"worker_us_per_event":%.2f,)"
                R"("caller_us_per_event":%.2f,"commits_per_s":%.0f,"bytes_per_event":%.0f,)"
                R"("p50_ms":%.2f,"p99_ms":%.2f,"max_ms":%.2f})"
                "\n",
                name, static_cast<long long>(events), static_cast<double>(events) / seconds,
                static_cast<double>(end.workerNs - m_begin.workerNs) / 1e3 / count,
                static_cast<double>(end.callerNs - m_begin.callerNs) / 1e3 / count,
                static_cast<double>(end.commits - m_begin.commits) / seconds,
                static_cast<double>(end.bytes - m_begin.bytes) / count, percentileMs(0.5),
                percentileMs(0.99), percentileMs(1));
    std::fflush(stdout);
}

} // namespace bench
