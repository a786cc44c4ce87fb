// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/logview.h"

#include "ui/models/jobwords.h"
#include "ui/models/logfile.h"
#include "ui/models/logrows.h"
#include "ui/widgets/filteractions.h"
#include "ui/widgets/fonts.h"
#include "ui/widgets/logpainter.h"
#include "ui/widgets/statepalette.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QMenu>
#include <QPainter>
#include <QPushButton>
#include <QScrollBar>
#include <QToolTip>

namespace ui {

LogView::LogView(LogRows *rows, QWidget *parent)
    : QAbstractScrollArea(parent)
    , m_rows(rows)
    , m_chip(new QPushButton(viewport()))
{
    setFrameShape(NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setAccessibleName(tr("Event log"));
    viewport()->setBackgroundRole(QPalette::Base);
    viewport()->setAutoFillBackground(true);
    m_chip->hide();
    m_chip->setCursor(Qt::ArrowCursor);
    m_chip->setFocusPolicy(Qt::NoFocus);
    connect(m_chip, &QPushButton::clicked, this, [this] { setFollowing(true); });
    connect(verticalScrollBar(), &QScrollBar::valueChanged, this, &LogView::handleScroll);
    connect(rows, &LogRows::changed, this, &LogView::refresh);
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

qint64 LogView::topSequence() const
{
    return m_rows->count() == 0 ? -1 : m_rows->sequenceAt(verticalScrollBar()->value());
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
    refresh();
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
    const LogPainter rowPainter(*this, m_rows->ring(), m_timeStyle, m_highlights);
    const qint64 top = verticalScrollBar()->value();
    const qint64 end = qMin(m_rows->count(), top + rowsInSight() + 1);
    for (qint64 row = top; row < end; ++row) {
        const QRect box(0, static_cast<int>(row - top) * m_rowHeight, viewport()->width(),
                        m_rowHeight);
        const qint64 sequence = m_rows->sequenceAt(row);
        rowPainter.paint(painter, box, sequence, isSelected(sequence));
    }
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
    const qint64 row = verticalScrollBar()->value() + qMax(0, y) / m_rowHeight;
    return row < m_rows->count() ? row : -1;
}

void LogView::setCurrent(qint64 row, bool extend)
{
    if (m_rows->count() == 0)
        return;
    const qint64 within = qBound<qint64>(0, row, m_rows->count() - 1);
    m_current = m_rows->sequenceAt(within);
    if (!extend || m_anchor < 0)
        m_anchor = m_current;
    setAccessibleDescription(logLine(m_rows->ring(), m_current, m_timeStyle));
    viewport()->update();
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

void LogView::mousePressEvent(QMouseEvent *event)
{
    const qint64 row = rowAt(event->position().toPoint().y());
    if (event->button() != Qt::LeftButton || row < 0)
        return;
    // Stop following, so that a new row does not move the row that the user clicked.
    setFollowing(false);
    setCurrent(row, event->modifiers().testFlag(Qt::ShiftModifier));
}

void LogView::mouseMoveEvent(QMouseEvent *event)
{
    if (event->buttons().testFlag(Qt::LeftButton) && m_current >= 0) {
        const qint64 row = rowAt(event->position().toPoint().y());
        setCurrent(row < 0 ? m_rows->count() - 1 : row, true);
    }
}

void LogView::mouseDoubleClickEvent(QMouseEvent *event)
{
    const qint64 row = rowAt(event->position().toPoint().y());
    if (row < 0)
        return;
    const EventRing &ring = m_rows->ring();
    const LogRow &entry = ring.at(m_rows->sequenceAt(row));
    if (entry.job != 0)
        emit jobActivated(ring.jobId(entry.job));
}

void LogView::keyPressEvent(QKeyEvent *event)
{
    if (event == QKeySequence::Copy) {
        copySelection();
        return;
    }
    if (event == QKeySequence::SelectAll) {
        selectAll();
        return;
    }
    const qint64 page = rowsInSight();
    const qint64 at = m_current < 0 ? m_rows->count() - 1 : m_rows->rowAtOrAfter(m_current);
    const bool extend = event->modifiers().testFlag(Qt::ShiftModifier);
    qint64 to = at;
    switch (event->key()) {
    case Qt::Key_Up: to = at - 1; break;
    case Qt::Key_Down: to = at + 1; break;
    case Qt::Key_PageUp: to = at - page; break;
    case Qt::Key_PageDown: to = at + page; break;
    case Qt::Key_Home: to = 0; break;
    case Qt::Key_End: setFollowing(true); return;
    default: QAbstractScrollArea::keyPressEvent(event); return;
    }
    setFollowing(false);
    setCurrent(to, extend);
    showRow(m_rows->rowAtOrAfter(m_current));
}

bool LogView::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        const qint64 row = rowAt(help->pos().y());
        const QString text =
            row < 0 ? QString() : displayText(m_rows->ring().text(m_rows->sequenceAt(row)));
        QToolTip::showText(help->globalPos(), tipText(text), viewport());
        return true;
    }
    return QAbstractScrollArea::viewportEvent(event);
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

void LogView::contextMenuEvent(QContextMenuEvent *event)
{
    const bool byKey = event->reason() == QContextMenuEvent::Keyboard && m_current >= 0;
    const qint64 row = byKey ? m_rows->rowAtOrAfter(m_current) : rowAt(event->y());
    if (row < 0 || row >= m_rows->count())
        return;
    if (!isSelected(m_rows->sequenceAt(row))) {
        setFollowing(false); // so that the row does not move
        setCurrent(row, false);
    }
    QMenu menu(this);
    menu.addAction(tr("&Copy"), this, &LogView::copySelection);
    for (const QString &term : termsOf(m_rows->sequenceAt(row))) {
        menu.addSeparator();
        addFilterActions(menu, term, [this, term](FilterUse use) { emit filterWanted(term, use); });
    }
    menu.exec(event->globalPos());
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
    refresh();
}

void LogView::changeEvent(QEvent *event)
{
    QAbstractScrollArea::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        measure();
}

} // namespace ui
