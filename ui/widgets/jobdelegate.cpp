// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/jobdelegate.h"

#include "ui/models/jobmodel.h"
#include "ui/models/jobthumbnails.h"
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
    QStyleOptionViewItem cell(option);
    cell.font.setBold(index.data(JobModel::UnseenRole).toBool());
    paintBackground(painter, cell);
    const auto column = static_cast<JobColumn>(index.column());
    if (column == JobColumn::State) {
        paintState(painter, cell, index);
        return;
    }
    if (column == JobColumn::Progress) {
        paintProgress(painter, cell, index);
        return;
    }
    const StatePalette colors = StatePalette::of(cell.palette);
    const bool main = column == JobColumn::Job || column == JobColumn::Outcome;
    QColor color = textColor(cell);
    if (!isSelected(cell)) {
        const JobStatus status = statusOf(index);
        if (!main || m_faded || index.data(JobModel::StaleRole).toBool()) {
            color = colors.quiet();
        } else if (column == JobColumn::Outcome && isFailure(status)) {
            color = colors.color(status);
        }
    }
    if (column == JobColumn::Outcome)
        cell.rect.setLeft(cell.rect.left() + paintThumbnails(painter, cell, index));
    if (column == JobColumn::Job && index.data(JobModel::PinnedRole).toBool())
        cell.rect.setLeft(cell.rect.left() + paintPin(painter, cell, color));
    paintText(painter, cell, index, color,
              column == JobColumn::Job ? Qt::ElideMiddle : Qt::ElideRight);
}

void JobDelegate::paintState(QPainter *painter, const QStyleOptionViewItem &option,
                             const QModelIndex &index) const
{
    const JobStatus status = statusOf(index);
    const StatePalette colors = StatePalette::of(option.palette);
    QColor color = colors.color(status);
    if (isSelected(option)) {
        color = textColor(option);
    } else if (m_faded) {
        color = colors.quiet();
    } else if (index.data(JobModel::StalledRole).toBool()) {
        color = colors.warning();
    }
    const int side = option.fontMetrics.height() - 1;
    const QRect box = option.rect.adjusted(margin, 0, -margin, 0);
    const QPoint corner(box.left(), box.center().y() - side / 2 + 1);
    painter->drawPixmap(corner, tintedPixmap(iconName(status), color, QSize(side, side),
                                             painter->device()->devicePixelRatio()));
    QStyleOptionViewItem text(option);
    text.rect.setLeft(option.rect.left() + side + margin);
    if (index.data(JobModel::UnseenRole).toBool()) {
        const int dot = qMax(6, side / 2);
        text.rect.setRight(text.rect.right() - dot - margin / 2);
        paintDot(painter, QRect(box.right() - dot, box.center().y() - dot / 2, dot, dot), color);
    }
    paintText(painter, text, index, color, Qt::ElideRight);
}

/// Paints the thumbnails of a job that are in memory. Returns how wide they are.
int JobDelegate::paintThumbnails(QPainter *painter, const QStyleOptionViewItem &option,
                                 const QModelIndex &index) const
{
    if (!m_thumbnails || statusOf(index) != JobStatus::Completed)
        return 0;
    const QByteArray id =
        index.siblingAtColumn(static_cast<int>(JobColumn::Job)).data().toString().toUtf8();
    const QRect box = option.rect.adjusted(margin, 1, -margin, -1);
    int left = box.left();
    painter->save();
    painter->setRenderHint(QPainter::SmoothPixmapTransform);
    painter->setOpacity(m_faded ? 0.5 : 1);
    for (const QImage &image : m_thumbnails->of(id)) {
        const QSize size = image.size().scaled(box.height() * 2, box.height(), Qt::KeepAspectRatio);
        if (left + size.width() > box.right())
            break;
        painter->drawImage(QRect(QPoint(left, box.center().y() - size.height() / 2 + 1), size),
                           image);
        left += size.width() + margin / 2;
    }
    painter->restore();
    return left - box.left();
}

/// Paints the sign of a pinned job. Returns how wide it is.
int JobDelegate::paintPin(QPainter *painter, const QStyleOptionViewItem &option,
                          const QColor &color)
{
    const int side = option.fontMetrics.height() - 2;
    const QPoint corner(option.rect.left() + margin, option.rect.center().y() - side / 2 + 1);
    painter->drawPixmap(corner, tintedPixmap(QStringLiteral("action/pin"), color, QSize(side, side),
                                             painter->device()->devicePixelRatio()));
    return side + margin / 2;
}

/// Paints the mark of a failure that the operator has not looked at.
void JobDelegate::paintDot(QPainter *painter, const QRect &box, const QColor &color)
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    painter->setBrush(color);
    painter->drawEllipse(box);
    painter->restore();
}

void JobDelegate::paintProgress(QPainter *painter, const QStyleOptionViewItem &option,
                                const QModelIndex &index) const
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
    const StatePalette colors = StatePalette::of(option.palette);
    const QColor ink = m_faded ? colors.quiet() : option.palette.color(QPalette::Text);
    painter->fillRect(bar, mixed(base, ink, 0.08));
    painter->fillRect(filled, m_faded ? mixed(base, ink, 0.16)
                                      : colors.progressFill(statusOf(index), base));
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
