// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/connectiondelegate.h"

#include "ui/models/connectionmodel.h"
#include "ui/widgets/statepalette.h"

#include <QPainter>

#include <algorithm>

namespace ui {

void ConnectionDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                               const QModelIndex &index) const
{
    paintBackground(painter, option);
    if (index.column() == ConnectionModel::History) {
        paintHistory(painter, option, index.data(ConnectionModel::HistoryRole).value<QList<int>>());
        return;
    }
    QColor color = textColor(option);
    // Connections of this monitor are less important, so their text is paler.
    const QModelIndex first = index.siblingAtColumn(0);
    if (!isSelected(option) && first.data(ConnectionModel::OwnRole).toBool())
        color = StatePalette::of(option.palette).quiet();
    paintText(painter, option, index, color, Qt::ElideRight);
}

void ConnectionDelegate::paintHistory(QPainter *painter, const QStyleOptionViewItem &option,
                                      const QList<int> &counts)
{
    const int peak = counts.isEmpty() ? 0 : *std::max_element(counts.begin(), counts.end());
    if (peak <= 0)
        return;
    const QRect box = option.rect.adjusted(margin, 3, -margin, -3);
    const QColor color = isSelected(option)
                             ? textColor(option)
                             : StatePalette::of(option.palette).color(JobStatus::Processing);
    painter->fillRect(QRect(box.left(), box.bottom(), box.width(), 1),
                      mixed(option.palette.color(QPalette::Base), color, 0.35));
    const double step = static_cast<double>(box.width()) / static_cast<double>(counts.size());
    for (qsizetype i = 0; i < counts.size(); ++i) {
        if (counts[i] == CountHistory::unknown)
            continue;
        const double height = qMax(1.0, box.height() * static_cast<double>(counts[i]) / peak);
        painter->fillRect(QRectF(box.left() + static_cast<double>(i) * step,
                                 box.bottom() + 1 - height, qMax(1.0, step), height),
                          color);
    }
}

} // namespace ui
