// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QHash>
#include <QString>

namespace hub {

class Clock;
class Counter;
class Metrics;

/// Tells the operator which limits are reached: each time in `hub_limit_reached_total`, and at most
/// once a minute for each limit in the log, as a warning. Hub thread only.
class LimitNotices
{
public:
    /// Both outlive this.
    LimitNotices(const Clock &clock, Metrics &metrics);
    Q_DISABLE_COPY_MOVE(LimitNotices)

    /// Notes that `limit` was reached. `limit` is one of a fixed set of words, the name of the
    /// configuration key where there is one (`connections`, `request_budget_bytes`); the metric's
    /// label. `what` says in one short sentence what was refused and for whom; it may come from a
    /// caller, the log escapes it.
    void reached(const QByteArray &limit, const QString &what);

private:
    struct Notice
    {
        Counter *count = nullptr;
        qint64 saidMs = -1; ///< Steady clock; -1 = never.
        qint64 unsaid = 0; ///< How often it was reached since then.
    };

    const Clock &m_clock;
    Metrics &m_metrics;
    QHash<QByteArray, Notice> m_notices;
};

} // namespace hub
