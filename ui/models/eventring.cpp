// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/models/eventring.h"

#include <algorithm>

namespace ui {

namespace {

/// Returns at most `most` bytes that end with a complete UTF-8 character. A cut text ends with an
/// ellipsis.
std::string cutText(QByteArrayView text, qsizetype most)
{
    static constexpr char mark[] = "\xE2\x80\xA6";
    if (text.size() <= most)
        return std::string(text.data(), static_cast<size_t>(text.size()));
    qsizetype end = most - static_cast<qsizetype>(sizeof(mark) - 1);
    while (end > 0 && (static_cast<uchar>(text[end]) & 0xC0) == 0x80)
        --end;
    return std::string(text.data(), static_cast<size_t>(end)) + mark;
}

} // namespace

EventRing::EventRing(Limits limits) : m_limits(limits), m_names(1) { }

void EventRing::append(LogRow row, const QByteArray &jobId, QByteArrayView text)
{
    openBlock();
    Block &block = *m_blocks.back();
    const std::string kept = cutText(text, maxTextBytes);
    row.job = intern(jobId);
    row.textOffset = static_cast<quint32>(block.text.size());
    row.textLength = static_cast<quint32>(kept.size());
    block.text += kept;
    block.rows.push_back(row);
    m_bytes += static_cast<qint64>(kept.size() + sizeof(LogRow));
    ++m_end;
    while (m_blocks.size() > 1 && (count() > m_limits.rows || m_bytes > m_limits.bytes))
        dropOldest();
}

void EventRing::clear()
{
    while (!m_blocks.empty())
        dropOldest();
}

const LogRow &EventRing::at(qint64 sequence) const
{
    const Block &block = blockOf(sequence);
    return block.rows[static_cast<size_t>(sequence - block.first)];
}

QByteArrayView EventRing::text(qint64 sequence) const
{
    const Block &block = blockOf(sequence);
    const LogRow &row = block.rows[static_cast<size_t>(sequence - block.first)];
    return block.textOf(row);
}

EventRing::Sealed EventRing::sealed() const
{
    Sealed sealed;
    if (m_blocks.size() < 2)
        return sealed;
    sealed.blocks.assign(m_blocks.begin(), m_blocks.end() - 1);
    sealed.jobIds.reserve(m_names.size());
    for (const Name &name : m_names)
        sealed.jobIds.push_back(name.id);
    return sealed;
}

size_t EventRing::blockIndex(qint64 sequence) const
{
    const auto after =
        std::upper_bound(m_blocks.begin(), m_blocks.end(), sequence,
                         [](qint64 wanted, const auto &block) { return wanted < block->first; });
    return static_cast<size_t>(after - m_blocks.begin()) - 1;
}

quint32 EventRing::intern(const QByteArray &jobId)
{
    if (jobId.isEmpty())
        return 0;
    quint32 name = m_nameIndex.value(jobId, 0);
    if (name == 0) {
        if (m_freeNames.empty()) {
            name = static_cast<quint32>(m_names.size());
            m_names.emplace_back();
        } else {
            name = m_freeNames.back();
            m_freeNames.pop_back();
        }
        m_names[name].id = jobId;
        m_nameIndex.insert(jobId, name);
    }
    ++m_names[name].uses;
    return name;
}

void EventRing::release(quint32 name)
{
    if (name != 0 && --m_names[name].uses == 0) {
        m_nameIndex.remove(m_names[name].id);
        m_names[name].id.clear();
        m_freeNames.push_back(name);
    }
}

void EventRing::openBlock()
{
    const bool full =
        m_blocks.empty() || static_cast<int>(m_blocks.back()->rows.size()) >= m_limits.blockRows
        || static_cast<qint64>(m_blocks.back()->text.size()) >= m_limits.blockTextBytes;
    if (full) {
        m_blocks.push_back(std::make_shared<Block>());
        m_blocks.back()->first = m_end;
        m_blocks.back()->rows.reserve(static_cast<size_t>(m_limits.blockRows));
    }
}

void EventRing::dropOldest()
{
    const Block &block = *m_blocks.front();
    for (const LogRow &row : block.rows)
        release(row.job);
    m_bytes -= static_cast<qint64>(block.text.size() + block.rows.size() * sizeof(LogRow));
    m_first = block.first + static_cast<qint64>(block.rows.size());
    m_blocks.pop_front();
}

} // namespace ui
