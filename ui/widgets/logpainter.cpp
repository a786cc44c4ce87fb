// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/logpainter.h"

#include "ui/models/jobwords.h"
#include "ui/models/logfile.h"
#include "ui/widgets/matchpainter.h"

#include <QPainter>
#include <QWidget>

namespace ui {

namespace {

constexpr int margin = 8;
constexpr int jobCharacters = 32;

int widestWord(const QFontMetrics &metrics)
{
    int widest = 0;
    for (int type = 0; type <= static_cast<int>(EventType::Notification); ++type)
        widest = qMax(widest, metrics.horizontalAdvance(word(static_cast<EventType>(type))));
    return widest;
}

QColor meaningOf(const StatePalette &colors, const LogRow &row)
{
    if (const QColor color = colors.color(row.type); color.isValid())
        return color;
    if (row.level == LogLevel::Error)
        return colors.failure();
    return row.level == LogLevel::Warning ? colors.warning() : colors.quiet();
}

void drawCell(QPainter &painter, const QRect &box, const QColor &color, const QString &text,
              Qt::TextElideMode elide)
{
    painter.setPen(color);
    painter.drawText(box, Qt::AlignVCenter | Qt::TextSingleLine,
                     painter.fontMetrics().elidedText(text, elide, box.width()));
}

} // namespace

LogPainter::LogPainter(const QWidget &view, const EventRing &ring, TimeStyle style,
                       const QStringList &highlights)
    : m_ring(ring)
    , m_style(style)
    , m_highlights(highlights)
    , m_palette(view.palette())
    , m_colors(StatePalette::of(m_palette))
    , m_time(margin)
{
    if (!view.hasFocus())
        m_palette.setCurrentColorGroup(QPalette::Inactive);
    const QFontMetrics metrics = view.fontMetrics();
    m_event = m_time + metrics.horizontalAdvance(QStringLiteral("00:00:00.000")) + 2 * margin;
    m_job = m_event + widestWord(metrics) + 2 * margin;
    m_text = m_job + metrics.averageCharWidth() * jobCharacters + 2 * margin;
}

void LogPainter::paint(QPainter &painter, const QRect &box, qint64 sequence, bool selected) const
{
    if (selected)
        painter.fillRect(box, m_palette.brush(QPalette::Highlight));
    if (m_ring.at(sequence).kind == LogKind::Event) {
        paintEvent(painter, box, sequence, selected);
    } else {
        paintNote(painter, box, sequence, selected);
    }
}

void LogPainter::paintEvent(QPainter &painter, const QRect &box, qint64 sequence,
                            bool selected) const
{
    const LogRow &row = m_ring.at(sequence);
    const QColor ink = m_palette.color(selected ? QPalette::HighlightedText : QPalette::Text);
    const auto cell = [&box](int from, int to) {
        return QRect(from, box.top(), to - from, box.height());
    };
    drawCell(painter, cell(m_time, m_event), selected ? ink : m_colors.quiet(),
             formatClock(row.ms, m_style), Qt::ElideNone);
    drawCell(painter, cell(m_event, m_job - margin), selected ? ink : meaningOf(m_colors, row),
             logWord(row), Qt::ElideRight);
    paintText(painter, cell(m_job, m_text - 2 * margin), ink, displayText(m_ring.jobId(row.job)),
              Qt::ElideMiddle, selected);
    paintText(painter, cell(m_text, box.right() - margin), ink, displayText(m_ring.text(sequence)),
              Qt::ElideRight, selected);
}

void LogPainter::paintText(QPainter &painter, const QRect &box, const QColor &ink,
                           const QString &text, Qt::TextElideMode elide, bool selected) const
{
    if (!m_highlights.isEmpty())
        paintMatches(painter, box, painter.fontMetrics().elidedText(text, elide, box.width()),
                     m_highlights, m_palette, ink, !selected);
    drawCell(painter, box, ink, text, elide);
}

void LogPainter::paintNote(QPainter &painter, const QRect &box, qint64 sequence,
                           bool selected) const
{
    const LogRow &row = m_ring.at(sequence);
    const QColor color =
        row.kind == LogKind::Reconnected ? m_colors.color(LinkState::Live) : m_colors.warning();
    if (!selected)
        painter.fillRect(box, mixed(m_palette.color(QPalette::Base), color, 0.10));
    const QColor ink = selected ? m_palette.color(QPalette::HighlightedText) : color;
    drawCell(painter, QRect(m_time, box.top(), m_event - m_time, box.height()), ink,
             formatClock(row.ms, m_style), Qt::ElideNone);
    drawCell(painter, QRect(m_event, box.top(), box.right() - margin - m_event, box.height()), ink,
             displayText(m_ring.text(sequence)), Qt::ElideRight);
}

} // namespace ui
