// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/wire/event.h"

#include <QByteArray>
#include <QHash>

#include <deque>
#include <memory>
#include <string>
#include <vector>

namespace ui {

/// Kind of a log row: an event of a job, or a message of the monitor itself, which views draw
/// across the full width.
enum class LogKind : quint8 { Event, Gap, Reconnected, HubRestarted, Note };

enum class LogLevel : quint8 { None, Debug, Info, Warning, Error };

/// One row of the log, without its text. 32 bytes at most, so a million rows take 32 MB.
struct LogRow
{
    /// When the hub accepted the event, or when the monitor wrote the row; ms since 1970 UTC.
    qint64 ms = 0;
    quint32 n = 0; ///< Together with `ms` the event id.
    quint32 job = 0; ///< Number of the job id, see EventRing::jobId(); 0 = none.
    quint32 textOffset = 0; ///< Offset in the text of the row's block.
    quint32 textLength = 0;
    hub::EventType type = hub::EventType::Log;
    LogKind kind = LogKind::Event;
    LogLevel level = LogLevel::None;
};
static_assert(sizeof(LogRow) <= 32);

/// The storage of the event log: rows in blocks with their texts. Drops the oldest blocks when
/// there are too many rows or bytes.
/// A sequence number names a row. Numbers count from 0 and never change. They are not used again,
/// not even after clear().
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

    /// A longer text is cut and ends with an ellipsis.
    static constexpr qsizetype maxTextBytes = 4096;

    EventRing() : EventRing(Limits{}) { }
    explicit EventRing(Limits limits);

    /// Appends a row. Sets `row.job`, `textOffset` and `textLength` itself. An empty `jobId` means
    /// no job.
    void append(LogRow row, const QByteArray &jobId, QByteArrayView text);
    void clear();

    qint64 count() const { return m_end - m_first; }
    qint64 bytes() const { return m_bytes; }
    qint64 first() const { return m_first; } ///< Sequence number of the oldest row.
    qint64 end() const { return m_end; } ///< Sequence number after the newest row.
    bool holds(qint64 sequence) const { return sequence >= m_first && sequence < m_end; }

    /// Returns the row; only if holds(). The reference is valid until the next append() or clear().
    const LogRow &at(qint64 sequence) const;
    /// Returns the text of the row, under the same conditions as at().
    QByteArrayView text(qint64 sequence) const;
    /// Returns the job id for LogRow::job.
    QByteArray jobId(quint32 interned) const { return m_names[interned].id; }
    /// Returns the same, valid until the next append() or clear().
    QByteArrayView jobIdView(quint32 interned) const { return m_names[interned].id; }
    /// Returns the number for LogRow::job; 0 when no row has this job.
    quint32 interned(const QByteArray &jobId) const { return m_nameIndex.value(jobId, 0); }

    /// Calls `visit(sequence, row, text)` for the rows in [from, to) until it returns false.
    /// Returns the sequence number after the last visited row.
    template<typename Visit>
    qint64 scan(qint64 from, qint64 to, Visit visit) const;

    /// Neighbouring rows with their texts.
    struct Block
    {
        qint64 first = 0; ///< Sequence number of the first row.
        std::vector<LogRow> rows;
        std::string text;

        QByteArrayView textOf(const LogRow &row) const
        {
            return {text.data() + row.textOffset, static_cast<qsizetype>(row.textLength)};
        }
    };
    /// The rows at one moment, except the newest block. Immutable, so that another thread may read
    /// them.
    struct Sealed
    {
        std::vector<std::shared_ptr<const Block>> blocks; ///< Oldest first.
        std::vector<QByteArray> jobIds; ///< By LogRow::job.
    };
    /// Returns the full blocks. Takes about 1 ms for 50 000 different job ids.
    Sealed sealed() const;

private:
    struct Name
    {
        QByteArray id;
        qint64 uses = 0;
    };

    const Block &blockOf(qint64 sequence) const { return *m_blocks[blockIndex(sequence)]; }
    size_t blockIndex(qint64 sequence) const;
    quint32 intern(const QByteArray &jobId);
    void release(quint32 name);
    void openBlock();
    void dropOldest();

    Limits m_limits;
    /// Only the last block still changes.
    std::deque<std::shared_ptr<Block>> m_blocks;
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
    if (from >= to)
        return to;
    for (size_t b = blockIndex(from); b < m_blocks.size() && from < to; ++b) {
        const Block &block = *m_blocks[b];
        const qint64 blockEnd = qMin(to, block.first + static_cast<qint64>(block.rows.size()));
        for (; from < blockEnd; ++from) {
            const LogRow &row = block.rows[static_cast<size_t>(from - block.first)];
            if (!visit(from, row, block.textOf(row)))
                return from + 1;
        }
    }
    return from;
}

} // namespace ui
