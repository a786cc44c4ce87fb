// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QElapsedTimer>
#include <QString>

#include <vector>

namespace bench {

/// What a stretch of work took: time, CPU by thread, commits, bytes to disk. Prints one line of
/// JSON.
class Meter
{
public:
    /// `database` is an open store's file.
    explicit Meter(const QString &database);

    void addLatency(qint64 ns) { m_latencies.push_back(ns); }

    /// `events` were done since the construction.
    void report(const char *name, qint64 events);

private:
    struct Reading
    {
        qint64 callerNs = 0; ///< CPU of this thread,
        qint64 workerNs = 0; ///< and of all others.
        qint64 commits = 0;
        qint64 bytes = 0; ///< Written to the file system by the process.
    };

    Reading read() const;
    double percentileMs(double share);

    const QString m_database;
    std::vector<qint64> m_latencies;
    Reading m_begin;
    QElapsedTimer m_time;
};

} // namespace bench
