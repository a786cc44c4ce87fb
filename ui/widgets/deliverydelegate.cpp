// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/deliverydelegate.h"

#include "ui/models/deliverymodel.h"
#include "ui/models/deliverywords.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/outcomecolor.h"
#include "ui/widgets/statepalette.h"

#include <QPainter>

namespace ui {

void DeliveryDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                             const QModelIndex &index) const
{
    paintBackground(painter, option);
    const auto outcome =
        static_cast<DeliveryOutcome>(index.data(DeliveryModel::OutcomeRole).toInt());
    QColor color = textColor(option);
    if (index.column() != DeliveryModel::Verdict) {
        const bool main =
            index.column() == DeliveryModel::Source || index.column() == DeliveryModel::Job;
        if (!isSelected(option) && !main)
            color = StatePalette::of(option.palette).quiet();
        paintText(painter, option, index, color, Qt::ElideRight);
        return;
    }
    if (!isSelected(option))
        color = colorOf(outcome, option.palette);
    const int side = option.fontMetrics.height() - 1;
    const QPoint corner(option.rect.left() + margin, option.rect.center().y() - side / 2 + 1);
    painter->drawPixmap(corner, tintedPixmap(iconName(outcome), color, QSize(side, side),
                                             painter->device()->devicePixelRatio()));
    QStyleOptionViewItem text(option);
    text.rect.setLeft(option.rect.left() + side + margin);
    paintText(painter, text, index, color, Qt::ElideRight);
}

} // namespace ui
