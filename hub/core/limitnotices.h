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

/// Reports reached limits to the operator: every time in `hub_limit_reached_total`, and at most
/// once a minute per limit as a warning in the log. Hub thread only.
class LimitNotices
{
public:
    /// `clock` and `metrics` outlive this object.
    LimitNotices(const Clock &clock, Metrics &metrics);
    Q_DISABLE_COPY_MOVE(LimitNotices)

    /// Reports that `limit` was reached. `limit` is from a fixed set of words and labels the
    /// metric. It is the configuration key where there is one (`connections`,
    /// `request_budget_bytes`). `what` says in one short sentence what was refused and for whom. It
    /// may contain text of a caller: the log escapes it.
    void reached(const QByteArray &limit, const QString &what);

private:
    struct Notice
    {
        Counter *count = nullptr;
        qint64 saidMs = -1; ///< When the log last named it, steady clock; -1 = never.
        qint64 unsaid = 0; ///< How often the limit was reached since then.
    };

    const Clock &m_clock;
    Metrics &m_metrics;
    QHash<QByteArray, Notice> m_notices;
};

} // namespace hub
