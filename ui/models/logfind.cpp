// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/models/logfind.h"

using namespace std::chrono_literals;

namespace ui {

namespace {

constexpr std::chrono::milliseconds turnTime{33};

} // namespace

LogFind::LogFind(const LogRows *rows, const Clock &clock, QThreadPool *pool, QObject *parent)
    : QObject(parent)
    , m_rows(rows)
    , m_found(&rows->ring(), clock)
{
    m_found.setPool(pool);
    m_turn.setInterval(turnTime);
    connect(&m_turn, &QTimer::timeout, this, &LogFind::advance);
    connect(rows, &LogRows::changed, this, [this] {
        if (isActive())
            advance();
    });
}

void LogFind::setFilter(const LogFilter &filter)
{
    m_filter = filter;
    restart();
}

void LogFind::restart()
{
    // An empty filter would find every row.
    m_found.setFilter(isActive() ? m_filter.within(m_rows->filter()) : LogFilter());
    if (isActive()) {
        advance();
    } else {
        m_turn.stop();
        emit changed();
    }
}

void LogFind::advance()
{
    m_found.setPaused(m_rows->isPaused());
    m_found.advance(budget);
    if (m_found.progress() < 1) {
        if (!m_turn.isActive())
            m_turn.start();
    } else {
        m_turn.stop();
    }
    emit changed();
}

qint64 LogFind::next(qint64 sequence, int step, bool &wrapped) const
{
    wrapped = false;
    if (count() == 0)
        return -1;
    qint64 match =
        step > 0 ? m_found.rowAtOrAfter(sequence + 1) : m_found.rowAtOrAfter(sequence) - 1;
    if (match < 0 || match >= m_found.count()) {
        wrapped = true;
        match = step > 0 ? 0 : m_found.count() - 1;
    }
    return m_found.sequenceAt(match);
}

qint64 LogFind::numberOf(qint64 sequence) const
{
    if (!found())
        return 0;
    const qint64 match = m_found.rowAtOrAfter(sequence);
    return match < m_found.count() && m_found.sequenceAt(match) == sequence ? match + 1 : 0;
}

} // namespace ui
