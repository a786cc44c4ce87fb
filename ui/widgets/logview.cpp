// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/logview.h"

#include "ui/models/jobwords.h"
#include "ui/models/logfile.h"
#include "ui/models/loglabels.h"
#include "ui/models/logmarks.h"
#include "ui/models/logrows.h"
#include "ui/widgets/fonts.h"
#include "ui/widgets/logaccessible.h"
#include "ui/widgets/logheader.h"
#include "ui/widgets/logminimap.h"
#include "ui/widgets/statepalette.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QPainter>
#include <QPushButton>
#include <QScrollBar>

namespace ui {

LogView::LogView(LogRows *rows, QWidget *parent)
    : QAbstractScrollArea(parent)
    , m_rows(rows)
    , m_header(new LogHeader(this))
    , m_marks(new LogMarks(&rows->ring(), this))
    , m_labels(new LogLabels(this))
    , m_minimap(new LogMinimap(rows, m_marks, this))
    , m_chip(new QPushButton(viewport()))
{
    LogAccessible::install(); // before Qt asks for the interface
    setFrameShape(NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("Event log"));
    setAccessibleDescription(tr("Every event of the hub, the newest last"));
    viewport()->setBackgroundRole(QPalette::Base);
    viewport()->setAutoFillBackground(true);
    m_chip->hide();
    m_chip->setCursor(Qt::ArrowCursor);
    m_chip->setFocusPolicy(Qt::NoFocus);
    connect(m_chip, &QPushButton::clicked, this, [this] { setFollowing(true); });
    connect(verticalScrollBar(), &QScrollBar::valueChanged, this, &LogView::handleScroll);
    connect(horizontalScrollBar(), &QScrollBar::valueChanged, this, &LogView::scrollSideways);
    connect(rows, &LogRows::changed, this, &LogView::refresh);
    const auto repaint = [this] { viewport()->update(); };
    connect(m_header, &LogHeader::arranged, viewport(), repaint);
    connect(m_marks, &LogMarks::changed, viewport(), repaint);
    connect(m_labels, &LogLabels::changed, viewport(), repaint);
    connect(m_minimap, &LogMinimap::rowWanted, this, &LogView::showInTheMiddle);
    measure();
}

void LogView::setFollowing(bool following)
{
    if (following && m_rows->isPaused())
        m_rows->setPaused(false);
    const bool changed = std::exchange(m_following, following) != following;
    refresh();
    if (changed)
        emit followingChanged(following);
}

void LogView::setTimeStyle(TimeStyle style)
{
    m_timeStyle = style;
    viewport()->update();
}

void LogView::setHighlights(const QStringList &words)
{
    m_highlights = words;
    viewport()->update();
}

void LogView::setFound(const LogRows *found)
{
    m_found = found;
    m_minimap->setFound(found);
    viewport()->update();
}

qint64 LogView::topRow() const
{
    return verticalScrollBar()->value();
}

qint64 LogView::topSequence() const
{
    return m_rows->count() == 0 ? -1 : m_rows->sequenceAt(topRow());
}

QByteArray LogView::currentJob() const
{
    const EventRing &ring = m_rows->ring();
    return ring.holds(m_current) ? ring.jobId(ring.at(m_current).job) : QByteArray();
}

qint64 LogView::newRows() const
{
    const qint64 behind = m_following ? 0 : m_rows->count() - m_rows->rowAtOrAfter(m_seenEnd);
    const EventRing &ring = m_rows->ring();
    // While paused, newer events are not filtered yet, so all of them count.
    const qint64 shownEnd =
        m_rows->count() > 0 ? m_rows->sequenceAt(m_rows->count() - 1) + 1 : ring.first();
    return behind + (m_rows->isPaused() ? ring.end() - shownEnd : 0);
}

void LogView::measure()
{
    m_rowHeight = fontMetrics().height() + qMax(3, fontMetrics().height() / 5);
    verticalScrollBar()->setSingleStep(1);
    horizontalScrollBar()->setSingleStep(fontMetrics().averageCharWidth());
    // Not at each change of the font: that would undo the widths that the operator chose.
    if (std::exchange(m_measured, m_rowHeight) != m_rowHeight)
        m_header->measure();
    setViewportMargins(0, m_header->sizeHint().height(), m_minimap->sizeHint().width(), 0);
    placeParts();
    refresh();
}

/// Places the titles above the viewport and the map at its right side.
void LogView::placeParts()
{
    const QRect box = viewport()->geometry();
    const int height = m_header->sizeHint().height();
    const int mapWidth = m_minimap->sizeHint().width();
    const int mapLeft = isRightToLeft() ? box.left() - mapWidth : box.right() + 1;
    m_header->setGeometry(box.left(), box.top() - height, box.width(), height);
    m_minimap->setGeometry(mapLeft, box.top(), mapWidth, box.height());
    m_header->fit(box.width());
    horizontalScrollBar()->setPageStep(box.width());
    horizontalScrollBar()->setRange(0, m_header->length() - box.width());
}

void LogView::scrollSideways(int value)
{
    m_header->setOffset(value);
    viewport()->update();
}

qint64 LogView::rowsInSight() const
{
    return qMax(1, viewport()->height() / m_rowHeight);
}

void LogView::refresh()
{
    const qint64 count = m_rows->count();
    const qint64 last = qMax<qint64>(0, count - rowsInSight());
    const qint64 top = m_following ? last : qMin(last, m_rows->rowAtOrAfter(m_top));
    m_placing = true;
    verticalScrollBar()->setPageStep(static_cast<int>(rowsInSight()));
    verticalScrollBar()->setRange(0, static_cast<int>(last));
    verticalScrollBar()->setValue(static_cast<int>(top));
    m_placing = false;
    if (m_following && count > 0) {
        m_top = m_rows->sequenceAt(top);
        m_seenEnd = m_rows->sequenceAt(count - 1) + 1;
    }
    m_minimap->setSight(top, rowsInSight());
    placeChip();
    viewport()->update();
}

void LogView::handleScroll(int value)
{
    if (m_placing || m_rows->count() == 0)
        return;
    m_top = m_rows->sequenceAt(value);
    const qint64 bottom = qMin(m_rows->count(), value + rowsInSight());
    m_seenEnd = qMax(m_seenEnd, m_rows->sequenceAt(bottom - 1) + 1);
    const bool atEnd = value == verticalScrollBar()->maximum();
    if (atEnd != m_following) {
        m_following = atEnd;
        emit followingChanged(atEnd);
    }
    m_minimap->setSight(value, rowsInSight());
    placeChip();
    viewport()->update();
}

void LogView::placeChip()
{
    const qint64 count = newRows();
    if (count == 0) {
        m_chip->hide();
        return;
    }
    m_chip->setText(tr("\u25BC %1 new").arg(formatCount(count)));
    m_chip->adjustSize();
    m_chip->move((viewport()->width() - m_chip->width()) / 2,
                 viewport()->height() - m_chip->height() - 8);
    m_chip->show();
}

void LogView::paintEvent(QPaintEvent *)
{
    QPainter painter(viewport());
    painter.setFont(tabular(font()));
    const LogLook look{*m_rows, *m_header,   *m_marks,     *m_labels,
                       m_found, m_timeStyle, m_highlights, m_owner};
    const LogPainter rowPainter(*this, look);
    const qint64 end = qMin(m_rows->count(), topRow() + rowsInSight() + 1);
    for (qint64 row = topRow(); row < end; ++row)
        rowPainter.paint(painter, rowBox(row), row, isSelected(m_rows->sequenceAt(row)));
    if (m_rows->count() == 0) {
        painter.setPen(StatePalette::of(palette()).quiet());
        painter.drawText(viewport()->rect(), Qt::AlignCenter,
                         m_rows->ring().count() == 0 ? tr("Waiting for events")
                                                     : tr("No event matches the filter"));
    }
}

bool LogView::isSelected(qint64 sequence) const
{
    return m_current >= 0 && sequence >= qMin(m_current, m_anchor)
           && sequence <= qMax(m_current, m_anchor);
}

qint64 LogView::rowAt(int y) const
{
    const qint64 row = topRow() + qMax(0, y) / m_rowHeight;
    return row < m_rows->count() ? row : -1;
}

QRect LogView::rowBox(qint64 row) const
{
    constexpr qint64 farAway = 10'000; // rows; the place must fit an int
    const qint64 below = qBound(-farAway, row - topRow(), farAway);
    return {0, static_cast<int>(below) * m_rowHeight, viewport()->width(), m_rowHeight};
}

void LogView::setCurrent(qint64 row, bool extend)
{
    if (m_rows->count() == 0)
        return;
    const qint64 within = qBound<qint64>(0, row, m_rows->count() - 1);
    m_current = m_rows->sequenceAt(within);
    if (!extend || m_anchor < 0)
        m_anchor = m_current;
    viewport()->update();
    LogAccessible::announceCurrent(this);
    emit currentChanged();
}

void LogView::goTo(qint64 sequence, bool extend)
{
    if (m_rows->count() == 0)
        return;
    setFollowing(false);
    const qint64 row = qMin(m_rows->rowAtOrAfter(sequence), m_rows->count() - 1);
    setCurrent(row, extend);
    if (row < topRow() || row >= topRow() + rowsInSight())
        showInTheMiddle(row);
}

void LogView::showInTheMiddle(qint64 row)
{
    verticalScrollBar()->setValue(static_cast<int>(qMax<qint64>(0, row - rowsInSight() / 2)));
}

void LogView::goToTop()
{
    setFollowing(false);
    verticalScrollBar()->setValue(0);
    setCurrent(0, false);
}

void LogView::showRow(qint64 row)
{
    const int top = verticalScrollBar()->value();
    if (row < top) {
        verticalScrollBar()->setValue(static_cast<int>(row));
    } else if (row >= top + rowsInSight()) {
        verticalScrollBar()->setValue(static_cast<int>(row - rowsInSight() + 1));
    }
}

QStringList LogView::termsOf(qint64 sequence) const
{
    constexpr qsizetype longestText = 80;
    const EventRing &ring = m_rows->ring();
    const LogRow &row = ring.at(sequence);
    if (row.kind != LogKind::Event)
        return {};
    QStringList terms;
    if (row.job != 0)
        terms << fieldTerm(QStringLiteral("job"), displayText(ring.jobId(row.job)));
    terms << eventTerm(row);
    if (const QString text = displayText(ring.text(sequence)); !text.isEmpty())
        terms << wordTerm(text.left(longestText));
    return terms;
}

void LogView::selectAll()
{
    if (m_rows->count() > 0) {
        setFollowing(false);
        m_anchor = m_rows->sequenceAt(0);
        setCurrent(m_rows->count() - 1, true);
    }
}

std::vector<qint64> LogView::selectedSequences() const
{
    std::vector<qint64> sequences;
    if (m_current < 0)
        return sequences;
    qint64 row = m_rows->rowAtOrAfter(qMin(m_current, m_anchor));
    for (; row < m_rows->count() && isSelected(m_rows->sequenceAt(row)); ++row)
        sequences.push_back(m_rows->sequenceAt(row));
    return sequences;
}

QString LogView::selectedText() const
{
    QStringList lines;
    for (const qint64 sequence : selectedSequences()) {
        if (lines.size() == maxCopied)
            break;
        lines << logLine(m_rows->ring(), sequence, m_timeStyle);
    }
    return lines.join(QLatin1Char('\n'));
}

void LogView::copySelection()
{
    const auto selected = static_cast<qint64>(selectedSequences().size());
    if (selected == 0)
        return;
    QGuiApplication::clipboard()->setText(selectedText());
    emit copied(qMin(selected, maxCopied), selected);
}

void LogView::resizeEvent(QResizeEvent *event)
{
    QAbstractScrollArea::resizeEvent(event);
    placeParts();
    refresh();
}

void LogView::focusInEvent(QFocusEvent *event)
{
    QAbstractScrollArea::focusInEvent(event);
    LogAccessible::announceCurrent(this);
}

void LogView::changeEvent(QEvent *event)
{
    QAbstractScrollArea::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        measure();
}

} // namespace ui
