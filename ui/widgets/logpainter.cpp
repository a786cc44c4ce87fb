// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/logpainter.h"

#include "ui/models/jobwords.h"
#include "ui/models/logcells.h"
#include "ui/models/loglabels.h"
#include "ui/models/loglevel.h"
#include "ui/models/logmarks.h"
#include "ui/models/logrows.h"
#include "ui/widgets/labelcolors.h"
#include "ui/widgets/logheader.h"
#include "ui/widgets/matchpainter.h"

#include <QPainter>
#include <QPainterPath>
#include <QWidget>

namespace ui {

namespace {

constexpr int margin = 8;

QColor eventColor(const StatePalette &colors, const LogRow &row)
{
    if (const QColor color = colors.color(row.type); color.isValid())
        return color;
    if (row.level == LogLevel::Error)
        return colors.failure();
    return row.level == LogLevel::Warning ? colors.warning() : colors.quiet();
}

QColor levelColor(const StatePalette &colors, const LogRow &row, const QColor &ink)
{
    switch (shownLevel(row)) {
    case LogLevel::Error: return colors.failure();
    case LogLevel::Warning: return colors.warning();
    case LogLevel::Info: return ink;
    case LogLevel::Debug:
    case LogLevel::None: break;
    }
    return colors.quiet();
}

void drawCell(QPainter &painter, const QRect &box, const QColor &color, const QString &text,
              Qt::TextElideMode elide)
{
    painter.setPen(color);
    painter.drawText(box, Qt::AlignVCenter | Qt::TextSingleLine,
                     painter.fontMetrics().elidedText(text, elide, box.width()));
}

/// A triangle that points to the row.
void drawMatchSign(QPainter &painter, const QRectF &place, const QColor &ink)
{
    const double size = place.height() * 0.18;
    const QPointF centre = place.center();
    QPainterPath path(centre + QPointF(-size, -size * 1.3));
    path.lineTo(centre + QPointF(size * 1.3, 0));
    path.lineTo(centre + QPointF(-size, size * 1.3));
    path.closeSubpath();
    painter.setPen(Qt::NoPen);
    painter.setBrush(ink);
    painter.drawPath(path);
}

/// A filled dot. With a ring around it, the marked row is a match too.
void drawMarkSign(QPainter &painter, const QRectF &place, const QColor &ink, bool isMatch)
{
    const double radius = place.height() * 0.2;
    painter.setPen(Qt::NoPen);
    painter.setBrush(ink);
    painter.drawEllipse(place.center(), radius, radius);
    if (isMatch) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(ink);
        painter.drawEllipse(place.center(), radius * 1.7, radius * 1.7);
    }
}

void drawLabelSign(QPainter &painter, const QRectF &place, int label, const QPalette &palette)
{
    const double side = place.height() * 0.8;
    QRectF box(0, 0, side, side);
    box.moveCenter(place.center());
    painter.setPen(Qt::NoPen);
    painter.setBrush(labelColor(label, palette));
    painter.drawRoundedRect(box, 2, 2);
    painter.setPen(palette.color(QPalette::Base));
    painter.drawText(box, Qt::AlignCenter, QString::number(label));
}

bool contains(const LogRows *found, qint64 sequence)
{
    if (!found)
        return false;
    const qint64 row = found->rowAtOrAfter(sequence);
    return row < found->count() && found->sequenceAt(row) == sequence;
}

} // namespace

LogPainter::LogPainter(const QWidget &view, const LogLook &look)
    : m_look(look)
    , m_palette(view.palette())
    , m_colors(StatePalette::of(m_palette))
{
    if (!view.hasFocus())
        m_palette.setCurrentColorGroup(QPalette::Inactive);
}

const EventRing &LogPainter::ring() const
{
    return m_look.rows.ring();
}

void LogPainter::paint(QPainter &painter, const QRect &box, qint64 row, bool selected) const
{
    const qint64 sequence = m_look.rows.sequenceAt(row);
    const Line line{box, row, sequence, selected, m_look.labels.labelOf(ring(), sequence)};
    paintGround(painter, line);
    paintSigns(painter, line);
    if (ring().at(sequence).kind != LogKind::Event)
        return paintNote(painter, line);
    const QList<LogColumn> columns = m_look.header.shown();
    for (const LogColumn column : columns)
        paintCell(painter, line, column);
}

QColor LogPainter::noteColor(const LogRow &row) const
{
    return row.kind == LogKind::Reconnected ? m_colors.color(LinkState::Live) : m_colors.warning();
}

void LogPainter::paintGround(QPainter &painter, const Line &line) const
{
    const LogRow &row = ring().at(line.sequence);
    constexpr double noteShare = 0.10;
    if (line.selected) {
        painter.fillRect(line.box, m_palette.brush(QPalette::Highlight));
    } else if (line.label != 0) {
        painter.fillRect(line.box, labelBase(line.label, m_palette));
    } else if (row.kind != LogKind::Event) {
        painter.fillRect(line.box,
                         mixed(m_palette.color(QPalette::Base), noteColor(row), noteShare));
    }
}

void LogPainter::paintSigns(QPainter &painter, const Line &line) const
{
    const QRectF cell = m_look.header.cell(LogColumn::Marks, line.box);
    const QRectF left(cell.topLeft(), QSizeF(cell.width() / 2, cell.height()));
    const bool isMatch = contains(m_look.found, line.sequence);
    const QColor ink = m_palette.color(line.selected ? QPalette::HighlightedText : QPalette::Text);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    if (m_look.marks.contains(line.sequence)) {
        drawMarkSign(painter, left, ink, isMatch);
    } else if (isMatch) {
        drawMatchSign(painter, left, ink);
    }
    if (line.label != 0)
        drawLabelSign(painter, left.translated(left.width(), 0), line.label, m_palette);
    painter.restore();
}

QString LogPainter::text(const Line &line, LogColumn column) const
{
    const LogRow &row = ring().at(line.sequence);
    switch (column) {
    case LogColumn::Marks: break;
    case LogColumn::Time: return formatClock(row.ms, m_look.style);
    case LogColumn::Delta: {
        if (line.row == 0)
            return {};
        const LogRow &before = ring().at(m_look.rows.sequenceAt(line.row - 1));
        return formatDelta(std::chrono::milliseconds(row.ms - before.ms));
    }
    case LogColumn::Level: return word(shownLevel(row));
    case LogColumn::Event: return word(row.type);
    case LogColumn::Owner:
        return row.job == 0 || !m_look.owner ? QString() : m_look.owner(ring().jobId(row.job));
    case LogColumn::Job: return displayText(ring().jobIdView(row.job));
    case LogColumn::Message: return displayText(ring().text(line.sequence));
    case LogColumn::Id: return logId(row);
    }
    return {};
}

QColor LogPainter::ink(const Line &line, LogColumn column) const
{
    if (line.selected)
        return m_palette.color(QPalette::HighlightedText);
    const LogRow &row = ring().at(line.sequence);
    const QColor plain = m_palette.color(QPalette::Text);
    if (line.label != 0)
        return plain; // the other colours are made for the base
    switch (column) {
    case LogColumn::Level: return levelColor(m_colors, row, plain);
    case LogColumn::Event: return eventColor(m_colors, row);
    case LogColumn::Time:
    case LogColumn::Delta:
    case LogColumn::Id: return m_colors.quiet();
    default: return plain;
    }
}

void LogPainter::paintCell(QPainter &painter, const Line &line, LogColumn column) const
{
    const QRect cell = m_look.header.cell(column, line.box).adjusted(margin, 0, -margin, 0);
    if (column == LogColumn::Marks || cell.width() <= 0)
        return;
    const QString shown = text(line, column);
    const QColor color = ink(line, column);
    if (column == LogColumn::Job || column == LogColumn::Message) {
        const auto elide = column == LogColumn::Job ? Qt::ElideMiddle : Qt::ElideRight;
        paintText(painter, cell, color, shown, elide, line.selected);
    } else {
        drawCell(painter, cell, color, shown, Qt::ElideRight);
    }
}

void LogPainter::paintText(QPainter &painter, const QRect &box, const QColor &ink,
                           const QString &text, Qt::TextElideMode elide, bool selected) const
{
    if (!m_look.highlights.isEmpty())
        paintMatches(painter, box, painter.fontMetrics().elidedText(text, elide, box.width()),
                     m_look.highlights, m_palette, ink, !selected);
    drawCell(painter, box, ink, text, elide);
}

/// Paints the first columns as those of an event, and the text of the note over all others.
void LogPainter::paintNote(QPainter &painter, const Line &line) const
{
    const QColor color = line.selected ? m_palette.color(QPalette::HighlightedText)
                                       : noteColor(ring().at(line.sequence));
    int left = line.box.left();
    const QList<LogColumn> columns = m_look.header.shown();
    for (const LogColumn column : columns) {
        const bool isPart = column == LogColumn::Marks || column == LogColumn::Time
                            || column == LogColumn::Delta || column == LogColumn::Level;
        if (!isPart)
            break;
        const QRect cell = m_look.header.cell(column, line.box);
        left = cell.right() + 1;
        if (column != LogColumn::Marks)
            drawCell(painter, cell.adjusted(margin, 0, -margin, 0), color, text(line, column),
                     Qt::ElideRight);
    }
    const QRect rest(left + margin, line.box.top(), line.box.right() - 2 * margin - left,
                     line.box.height());
    paintText(painter, rest, color, displayText(ring().text(line.sequence)), Qt::ElideRight,
              line.selected);
}

} // namespace ui
