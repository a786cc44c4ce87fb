// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/wire/event.h"

#include <QByteArray>
#include <QHash>

#include <deque>
#include <string>
#include <vector>

namespace ui {

/// What a log row is: an event of a job, or something that the monitor itself has to say across the
/// full width.
enum class LogKind : quint8 { Event, Gap, Reconnected, HubRestarted, Note };

enum class LogLevel : quint8 { None, Debug, Info, Warning, Error };

/// One row of the log. Plain data of 32 bytes: a million of them is 32 MB, texts apart.
struct LogRow
{
    qint64 ms = 0; ///< When the hub accepted it, or when the monitor noticed.
    quint32 n = 0; ///< With `ms`: its event id.
    quint32 job = 0; ///< Interned job id, 0 = none.
    quint32 textOffset = 0; ///< In the text of its block.
    quint32 textLength = 0;
    hub::EventType type = hub::EventType::Log;
    LogKind kind = LogKind::Event;
    LogLevel level = LogLevel::None;
};
static_assert(sizeof(LogRow) <= 32);

/// The event log's memory: rows in blocks with their text, oldest blocks dropped whole once there
/// are too many rows or bytes. A row is named by its sequence number, which counts from 0 and never
/// changes, so whoever remembers a row keeps it when older ones go.
class EventRing
{
public:
    struct Limits
    {
        qint64 rows = 1'000'000;
        qint64 bytes = 256LL * 1024 * 1024; ///< Rows and texts together.
        int blockRows = 16'384;
        qint64 blockTextBytes = 4LL * 1024 * 1024;
    };

    static constexpr qsizetype maxTextBytes = 4096; ///< A longer text is cut, and says so.

    EventRing() : EventRing(Limits{}) { }
    explicit EventRing(Limits limits);

    /// Appends; `row.job`, `textOffset` and `textLength` are set here.
    void append(LogRow row, const QByteArray &jobId, QByteArrayView text);
    void clear();

    qint64 count() const { return m_end - m_first; }
    qint64 bytes() const { return m_bytes; }
    qint64 first() const { return m_first; } ///< Sequence number of the oldest row.
    qint64 end() const { return m_end; } ///< One past the newest.
    bool holds(qint64 sequence) const { return sequence >= m_first && sequence < m_end; }

    /// The row, while holds(). Valid until the next append().
    const LogRow &at(qint64 sequence) const;
    QByteArrayView text(qint64 sequence) const;
    QByteArray jobId(quint32 interned) const { return m_names[interned].id; }
    /// 0 when no row names this job.
    quint32 interned(const QByteArray &jobId) const { return m_nameIndex.value(jobId, 0); }

    /// Calls `visit(sequence, row, text)` for rows in [from, to) until it says false; returns where
    /// it stopped.
    template<typename Visit>
    qint64 scan(qint64 from, qint64 to, Visit visit) const;

private:
    struct Block
    {
        qint64 first = 0;
        std::vector<LogRow> rows;
        std::string text;
    };
    struct Name
    {
        QByteArray id;
        qint64 uses = 0;
    };

    const Block &blockOf(qint64 sequence) const { return m_blocks[blockIndex(sequence)]; }
    size_t blockIndex(qint64 sequence) const;
    quint32 intern(const QByteArray &jobId);
    void release(quint32 name);
    void openBlock();
    void dropOldest();

    Limits m_limits;
    std::deque<Block> m_blocks;
    qint64 m_first = 0;
    qint64 m_end = 0;
    qint64 m_bytes = 0;
    std::vector<Name> m_names; ///< [0] stands for "no job".
    std::vector<quint32> m_freeNames;
    QHash<QByteArray, quint32> m_nameIndex;
};

template<typename Visit>
qint64 EventRing::scan(qint64 from, qint64 to, Visit visit) const
{
    from = qMax(from, m_first);
    to = qMin(to, m_end);
    if (from >= to) {
        return to;
    }
    for (size_t b = blockIndex(from); b < m_blocks.size() && from < to; ++b) {
        const Block &block = m_blocks[b];
        const qint64 blockEnd = qMin(to, block.first + static_cast<qint64>(block.rows.size()));
        for (; from < blockEnd; ++from) {
            const LogRow &row = block.rows[static_cast<size_t>(from - block.first)];
            if (!visit(from, row,
                       QByteArrayView(block.text.data() + row.textOffset, row.textLength))) {
                return from + 1;
            }
        }
    }
    return from;
}

} // namespace ui
