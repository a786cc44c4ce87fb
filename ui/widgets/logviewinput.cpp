// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/models/jobwords.h"
#include "ui/models/logcells.h"
#include "ui/models/logrows.h"
#include "ui/widgets/logheader.h"
#include "ui/widgets/logview.h"

#include <QContextMenuEvent>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QToolTip>

namespace ui {

void LogView::mousePressEvent(QMouseEvent *event)
{
    const qint64 row = rowAt(event->position().toPoint().y());
    if (event->button() != Qt::LeftButton || row < 0)
        return;
    if (event->modifiers().testFlag(Qt::AltModifier)) {
        filterByCell(event->position().toPoint(), event->modifiers().testFlag(Qt::ShiftModifier)
                                                      ? FilterUse::Exclude
                                                      : FilterUse::Only);
        return;
    }
    // Stop following, so that a new row does not move the row that the user clicked.
    setFollowing(false);
    setCurrent(row, event->modifiers().testFlag(Qt::ShiftModifier));
}

void LogView::filterByCell(const QPoint &position, FilterUse use)
{
    const qint64 sequence = m_rows->sequenceAt(rowAt(position.y()));
    const QString term =
        logTerm(m_rows->ring(), sequence, m_header->columnAt(position.x()), m_timeStyle);
    if (!term.isEmpty())
        emit filterWanted(term, use);
}

void LogView::mouseMoveEvent(QMouseEvent *event)
{
    const bool isDrag =
        event->buttons().testFlag(Qt::LeftButton) && !event->modifiers().testFlag(Qt::AltModifier);
    if (isDrag && m_current >= 0) {
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
    qint64 to = 0;
    switch (event->key()) {
    case Qt::Key_Up: to = at - 1; break;
    case Qt::Key_Down: to = at + 1; break;
    case Qt::Key_PageUp: to = at - page; break;
    case Qt::Key_PageDown: to = at + page; break;
    case Qt::Key_Home: break;
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

void LogView::contextMenuEvent(QContextMenuEvent *event)
{
    if (event->reason() == QContextMenuEvent::Keyboard)
        return askForMenu();
    const qint64 row = rowAt(event->y());
    if (row < 0)
        return;
    setFollowing(false); // so that the row does not move
    if (!isSelected(m_rows->sequenceAt(row)))
        setCurrent(row, false);
    emit menuWanted(event->globalPos(), m_header->columnAt(event->x()));
}

void LogView::askForMenu()
{
    if (m_rows->count() == 0)
        return;
    goTo(m_current < 0 ? topSequence() : m_current, m_current >= 0);
    const QRect box = rowBox(m_rows->rowAtOrAfter(m_current));
    emit menuWanted(viewport()->mapToGlobal(box.bottomLeft() + QPoint(box.height(), 0)),
                    LogColumn::Marks);
}

} // namespace ui
