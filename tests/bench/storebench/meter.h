// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QElapsedTimer>
#include <QString>

#include <vector>

namespace bench {

/// Measures a piece of work: time, CPU by thread, commits, bytes to disk. Prints one line of JSON.
class Meter
{
public:
    /// `database` is the file of an open store.
    explicit Meter(const QString &database);

    void addLatency(qint64 ns) { m_latencies.push_back(ns); }

    /// Prints the figures of `events` events that were processed since the construction.
    void report(const char *name, qint64 events);

private:
    struct Reading
    {
        qint64 callerNs = 0; ///< CPU time of this thread.
        qint64 workerNs = 0; ///< CPU time of all other threads.
        qint64 commits = 0;
        qint64 bytes = 0; ///< Bytes that the process wrote to the file system.
    };

    Reading read() const;
    double percentileMs(double share);

    const QString m_database;
    std::vector<qint64> m_latencies;
    Reading m_begin;
    QElapsedTimer m_time;
};

} // namespace bench
