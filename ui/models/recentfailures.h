// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

namespace ui {

class JobStore;

/// The failures among the loaded jobs that an overview tells of.
struct RecentFailures
{
    /// One failed job.
    struct Failure
    {
        QByteArray jobId;
        QString outcome; ///< The text of its error, in one line.
        qint64 finishedMs = 0; ///< Since 1970 UTC, of the hub's clock.

        bool operator==(const Failure &) const = default;
    };

    static constexpr int mostListed = 5;

    QList<Failure> last; ///< The last ones, at most mostListed, the newest first.
    QList<qint64> times; ///< When jobs failed in the last 75 minutes, ascending.

    /// Looks at all jobs, which takes milliseconds for 100 000 of them. `nowMs` is in ms since 1970
    /// UTC.
    static RecentFailures of(const JobStore &jobs, qint64 nowMs);
    /// Returns how many failed in the hour before `ms`, which is at most 15 minutes ago.
    int inHourBefore(qint64 ms) const;
};

} // namespace ui
