// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/models/logfilter.h"

#include <memory>
#include <vector>

class QThreadPool;

namespace ui {

/// Filters the full blocks of the event log on another thread, once. The owner takes results as
/// they come. Destroying the object cancels the work and does not wait for it.
class LogScan
{
public:
    /// `pool` is not owned and outlives the work. A filter with a regular expression is not
    /// allowed: only LogRows bounds its cost.
    LogScan(QThreadPool *pool, const LogFilter &filter, EventRing::Sealed rows);
    ~LogScan();
    Q_DISABLE_COPY_MOVE(LogScan)

    /// Appends the matches since the last call, as sequence numbers in ascending order. Returns the
    /// sequence number before which all rows are judged.
    qint64 take(std::vector<qint64> &matches);
    /// Returns the sequence number after the last row of this scan.
    qint64 end() const { return m_end; }

private:
    struct Work;

    std::shared_ptr<Work> m_work;
    qint64 m_end;
};

} // namespace ui
