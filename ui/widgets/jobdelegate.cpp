// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/jobdelegate.h"

#include "ui/models/jobmodel.h"
#include "ui/widgets/fonts.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/statepalette.h"

#include <QPainter>

namespace ui {

namespace {

JobStatus statusOf(const QModelIndex &index)
{
    return static_cast<JobStatus>(index.data(JobModel::StatusRole).toInt());
}

} // namespace

void JobDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                        const QModelIndex &index) const
{
    paintBackground(painter, option);
    const auto column = static_cast<JobColumn>(index.column());
    if (column == JobColumn::State) {
        paintState(painter, option, index);
        return;
    }
    if (column == JobColumn::Progress) {
        paintProgress(painter, option, index);
        return;
    }
    const StatePalette colors = StatePalette::of(option.palette);
    const bool main = column == JobColumn::Job || column == JobColumn::Outcome;
    QColor color = textColor(option);
    if (!isSelected(option)) {
        const JobStatus status = statusOf(index);
        if (!main || index.data(JobModel::StaleRole).toBool()) {
            color = colors.quiet();
        } else if (column == JobColumn::Outcome && isFailure(status)) {
            color = colors.color(status);
        }
    }
    paintText(painter, option, index, color,
              column == JobColumn::Job ? Qt::ElideMiddle : Qt::ElideRight);
}

void JobDelegate::paintState(QPainter *painter, const QStyleOptionViewItem &option,
                             const QModelIndex &index) const
{
    const JobStatus status = statusOf(index);
    const QColor color =
        isSelected(option) ? textColor(option) : StatePalette::of(option.palette).color(status);
    const int side = option.fontMetrics.height() - 1;
    const QRect box = option.rect.adjusted(margin, 0, -margin, 0);
    const QPoint corner(box.left(), box.center().y() - side / 2 + 1);
    painter->drawPixmap(corner, tintedPixmap(iconName(status), color, QSize(side, side),
                                             painter->device()->devicePixelRatio()));
    QStyleOptionViewItem text(option);
    text.rect.setLeft(option.rect.left() + side + margin);
    paintText(painter, text, index, color, Qt::ElideRight);
}

void JobDelegate::paintProgress(QPainter *painter, const QStyleOptionViewItem &option,
                                const QModelIndex &index)
{
    const QString percent = index.data(JobModel::PercentRole).toString();
    if (percent.isEmpty())
        return;
    const int inset = qMax(2, option.rect.height() / 6);
    const QRect bar = option.rect.adjusted(margin, inset, -margin, -inset);
    const double share = qBound(0.0, index.data(JobModel::ProgressRole).toDouble() / 100, 1.0);
    QRect filled = bar;
    filled.setWidth(qRound(bar.width() * share));
    const QColor base = option.palette.color(QPalette::Base);
    const QColor ink = option.palette.color(QPalette::Text);
    painter->fillRect(bar, mixed(base, ink, 0.08));
    painter->fillRect(filled, StatePalette::of(option.palette).progressFill(statusOf(index), base));
    // Each figure has its own edge, so that figures of different rows align. The fill is pale, so
    // one text colour is readable on both parts of the bar.
    painter->setFont(tabular(option.font));
    painter->setPen(ink);
    const QRect text = bar.adjusted(margin, 0, -margin, 0);
    const int width = option.fontMetrics.horizontalAdvance(QStringLiteral("100 %"));
    painter->drawText(QRect(text.left(), text.top(), width, text.height()),
                      Qt::AlignVCenter | Qt::AlignRight | Qt::TextSingleLine, percent);
    const QString step = index.data(JobModel::StepRole).toString();
    if (text.width() - width > option.fontMetrics.horizontalAdvance(step) + margin)
        painter->drawText(text, Qt::AlignVCenter | Qt::AlignRight | Qt::TextSingleLine, step);
}

} // namespace ui
