// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/models/logfile.h"

#include "hub/base/utf8.h"
#include "ui/models/jobwords.h"
#include "ui/models/loglevel.h"

#include <algorithm>

namespace ui {

namespace {

/// Rows in each turn of the event loop: about a millisecond, so that the window stays fluent.
constexpr size_t part = 1'000;

} // namespace

QString logWord(const LogRow &row)
{
    const bool isSevere = row.level == LogLevel::Error || row.level == LogLevel::Warning;
    return row.type == hub::EventType::Log && isSevere ? word(row.level) : word(row.type);
}

QString logLine(const EventRing &ring, qint64 sequence, TimeStyle style)
{
    const LogRow &row = ring.at(sequence);
    const QString type = row.kind == LogKind::Event ? logWord(row) : QStringLiteral("–");
    return QStringList{formatIso(row.ms, style), type, displayText(ring.jobId(row.job)),
                       displayText(ring.text(sequence))}
        .join(QLatin1Char('\t'));
}

LogFile::LogFile(const EventRing *ring, std::vector<qint64> sequences, TimeStyle style,
                 QObject *parent)
    : QObject(parent)
    , m_ring(ring)
    , m_sequences(std::move(sequences))
    , m_style(style)
{
    connect(&m_turn, &QTimer::timeout, this, &LogFile::writePart);
}

void LogFile::write(const QString &path)
{
    m_file.setFileName(path);
    if (!m_file.open(QIODevice::WriteOnly | QIODevice::Text))
        return fail();
    m_turn.start(0);
}

void LogFile::writePart()
{
    const size_t end = std::min(m_next + part, m_sequences.size());
    for (; m_next < end; ++m_next) {
        const qint64 sequence = m_sequences[m_next];
        if (m_ring->holds(sequence)) {
            m_file.write(logLine(*m_ring, sequence, m_style).toUtf8() + '\n');
        } else {
            ++m_gone;
        }
    }
    if (m_file.error() != QFileDevice::NoError)
        return fail();
    if (m_next < m_sequences.size())
        return;
    m_turn.stop();
    if (!m_file.commit())
        return fail();
    emit finished(m_file.fileName(), static_cast<qint64>(m_sequences.size()) - m_gone, m_gone);
    deleteLater();
}

void LogFile::fail()
{
    m_turn.stop();
    emit failed(m_file.errorString());
    deleteLater();
}

} // namespace ui
