// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/jobdelegate.h"

#include "ui/models/jobmodel.h"
#include "ui/widgets/fonts.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/statepalette.h"

#include <QApplication>
#include <QPainter>

namespace ui {

namespace {

constexpr int margin = 6;

hub::JobStatus statusOf(const QModelIndex &index)
{
    return static_cast<hub::JobStatus>(index.data(JobModel::StatusRole).toInt());
}

bool isSelected(const QStyleOptionViewItem &option)
{
    return (option.state & QStyle::State_Selected) != 0;
}

QColor textColor(const QStyleOptionViewItem &option)
{
    const auto group = (option.state & QStyle::State_Active) != 0 ? QPalette::Active
                                                                  : QPalette::Inactive;
    return option.palette.color(group,
                                isSelected(option) ? QPalette::HighlightedText : QPalette::Text);
}

/// Colour of a text that has a meaning; on a selected row the selection's own.
QColor stateColor(const QStyleOptionViewItem &option, hub::JobStatus status)
{
    return isSelected(option) ? textColor(option)
                              : StatePalette::of(option.palette).color(status);
}

} // namespace

JobDelegate::JobDelegate(QObject *parent) : QStyledItemDelegate(parent) { }

QSize JobDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    return {80, rowHeight(option.widget)};
}

void JobDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                        const QModelIndex &index) const
{
    const QWidget *widget = option.widget;
    const QStyle *style = widget ? widget->style() : QApplication::style();
    style->drawPrimitive(QStyle::PE_PanelItemViewItem, &option, painter, widget);
    const auto column = static_cast<JobColumn>(index.column());
    if (column == JobColumn::State) {
        paintState(painter, option, index);
        return;
    }
    if (column == JobColumn::Progress) {
        paintProgress(painter, option, index);
        return;
    }
    const hub::JobStatus status = statusOf(index);
    const bool failure = column == JobColumn::Outcome && hub::isTerminal(status)
        && status != hub::JobStatus::Completed;
    const bool aside = column != JobColumn::Job && column != JobColumn::Outcome;
    painter->setPen(failure ? stateColor(option, status) : textColor(option));
    if ((aside || index.data(JobModel::StaleRole).toBool()) && !isSelected(option)) {
        painter->setPen(StatePalette::of(option.palette).quiet());
    }
    const QRect box = option.rect.adjusted(margin, 0, -margin, 0);
    const auto elide = column == JobColumn::Job ? Qt::ElideMiddle : Qt::ElideRight;
    const QString text = index.data().toString();
    const auto alignment
        = static_cast<Qt::Alignment>(index.data(Qt::TextAlignmentRole).toInt());
    painter->setFont(tabular(option.font));
    painter->drawText(box, static_cast<int>(alignment) | Qt::TextSingleLine,
                      painter->fontMetrics().elidedText(text, elide, box.width()));
}

void JobDelegate::paintState(QPainter *painter, const QStyleOptionViewItem &option,
                             const QModelIndex &index) const
{
    const hub::JobStatus status = statusOf(index);
    const QColor color = stateColor(option, status);
    const int side = option.fontMetrics.height() - 1;
    const QRect box = option.rect.adjusted(margin, 0, -margin, 0);
    const QPoint corner(box.left(), box.center().y() - side / 2 + 1);
    painter->drawPixmap(corner, tintedPixmap(iconName(status), color, QSize(side, side),
                                             painter->device()->devicePixelRatio()));
    painter->setFont(option.font);
    painter->setPen(color);
    const QRect text = box.adjusted(side + margin, 0, 0, 0);
    painter->drawText(text, Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine,
                      option.fontMetrics.elidedText(index.data().toString(), Qt::ElideRight,
                                                    text.width()));
}

void JobDelegate::paintProgress(QPainter *painter, const QStyleOptionViewItem &option,
                                const QModelIndex &index) const
{
    const QString text = index.data().toString();
    if (text.isEmpty()) {
        return;
    }
    const int inset = qMax(2, option.rect.height() / 6);
    const QRect bar = option.rect.adjusted(margin, inset, -margin, -inset);
    const double share = qBound(0.0, index.data(JobModel::ProgressRole).toDouble() / 100, 1.0);
    QRect filled = bar;
    filled.setWidth(qRound(bar.width() * share));
    const QColor base = option.palette.color(QPalette::Base);
    const QColor ink = option.palette.color(QPalette::Text);
    painter->fillRect(bar, mixed(base, ink, 0.07));
    painter->fillRect(filled, StatePalette::of(option.palette).progressFill(statusOf(index), base));
    painter->setFont(tabular(option.font));
    painter->setPen(ink);
    painter->drawText(bar.adjusted(margin, 0, -margin, 0),
                      Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine,
                      option.fontMetrics.elidedText(text, Qt::ElideRight, bar.width() - margin));
}

} // namespace ui
