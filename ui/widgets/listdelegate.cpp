// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/listdelegate.h"

#include "ui/models/formats.h"
#include "ui/widgets/fonts.h"
#include "ui/widgets/matchpainter.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

namespace ui {

bool ListDelegate::isSelected(const QStyleOptionViewItem &option)
{
    return (option.state & QStyle::State_Selected) != 0;
}

QColor ListDelegate::textColor(const QStyleOptionViewItem &option)
{
    const bool active = (option.state & QStyle::State_Active) != 0;
    return option.palette.color(active ? QPalette::Active : QPalette::Inactive,
                                isSelected(option) ? QPalette::HighlightedText : QPalette::Text);
}

void ListDelegate::paintBackground(QPainter *painter, const QStyleOptionViewItem &option)
{
    const QStyle *style = option.widget ? option.widget->style() : QApplication::style();
    style->drawPrimitive(QStyle::PE_PanelItemViewItem, &option, painter, option.widget);
}

void ListDelegate::paintText(QPainter *painter, const QStyleOptionViewItem &option,
                             const QModelIndex &index, const QColor &color,
                             Qt::TextElideMode elide) const
{
    const QRect box = option.rect.adjusted(margin, 0, -margin, 0);
    const int alignment = index.data(Qt::TextAlignmentRole).toInt();
    painter->setFont(tabular(option.font));
    const QString text =
        painter->fontMetrics().elidedText(index.data().toString(), elide, box.width());
    if ((alignment & Qt::AlignRight) == 0)
        paintMatches(*painter, box, text, m_highlights, option.palette, color, !isSelected(option));
    painter->setPen(color);
    painter->drawText(box, (alignment ? alignment : Qt::AlignVCenter) | Qt::TextSingleLine, text);
}

void ListDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                         const QModelIndex &index) const
{
    paintBackground(painter, option);
    paintText(painter, option, index, textColor(option), Qt::ElideRight);
}

bool ListDelegate::helpEvent(QHelpEvent *event, QAbstractItemView *view,
                             const QStyleOptionViewItem &option, const QModelIndex &index)
{
    if (event->type() != QEvent::ToolTip)
        return QStyledItemDelegate::helpEvent(event, view, option, index);
    QToolTip::showText(event->globalPos(), tipText(index.data(Qt::ToolTipRole).toString()),
                       view->viewport(), option.rect);
    return true;
}

QSize ListDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    return {80, rowHeight(option.widget)};
}

} // namespace ui
