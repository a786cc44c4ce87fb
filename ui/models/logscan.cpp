// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/models/logscan.h"

#include <QThreadPool>

#include <atomic>
#include <mutex>

namespace ui {

/// Shared by the owner and the thread.
struct LogScan::Work
{
    Work(const LogFilter &given, EventRing::Sealed sealed)
        : filter(given)
        , rows(std::move(sealed))
        , next(rows.blocks.front()->first)
    { }

    const LogFilter filter;
    const EventRing::Sealed rows;
    std::atomic<bool> cancelled{false};
    std::mutex mutex; ///< Guards the members below.
    std::vector<qint64> matches;
    qint64 next; ///< Before this sequence number all rows are judged.

    void run()
    {
        std::vector<qint64> found;
        for (const auto &block : rows.blocks) {
            found.clear();
            judge(*block, found);
            if (cancelled)
                return;
            const std::lock_guard lock(mutex);
            matches.insert(matches.end(), found.begin(), found.end());
            next = block->first + static_cast<qint64>(block->rows.size());
        }
    }

    void judge(const EventRing::Block &block, std::vector<qint64> &found) const
    {
        constexpr qint64 rowsPerCheck = 1024;
        qint64 sequence = block.first;
        for (const LogRow &row : block.rows) {
            if (sequence % rowsPerCheck == 0 && cancelled)
                return;
            const auto judgement = filter.judge(rows.jobIds[row.job], row, block.textOf(row));
            if (judgement == LogFilter::Judgement::Shown)
                found.push_back(sequence);
            ++sequence;
        }
    }
};

LogScan::LogScan(QThreadPool *pool, const LogFilter &filter, EventRing::Sealed rows)
{
    Q_ASSERT(!filter.hasExpression() && !rows.blocks.empty());
    const EventRing::Block &last = *rows.blocks.back();
    m_end = last.first + static_cast<qint64>(last.rows.size());
    m_work = std::make_shared<Work>(filter, std::move(rows));
    pool->start([work = m_work] { work->run(); });
}

LogScan::~LogScan()
{
    m_work->cancelled = true;
}

qint64 LogScan::take(std::vector<qint64> &matches)
{
    const std::lock_guard lock(m_work->mutex);
    matches.insert(matches.end(), m_work->matches.begin(), m_work->matches.end());
    m_work->matches.clear();
    return m_work->next;
}

} // namespace ui
