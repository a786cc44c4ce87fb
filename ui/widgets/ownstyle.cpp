// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/ownstyle.h"

#include <QPainter>
#include <QStyleFactory>
#include <QStyleOptionHeader>

namespace ui {

OwnStyle::OwnStyle() : QProxyStyle(QStyleFactory::create(QStringLiteral("Fusion"))) { }

void OwnStyle::drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                           const QWidget *widget) const
{
    const auto *header = qstyleoption_cast<const QStyleOptionHeader *>(option);
    if (element != CE_HeaderSection || !header) {
        QProxyStyle::drawControl(element, option, painter, widget);
        return;
    }
    const QPalette &palette = option->palette;
    const QRect &box = option->rect;
    painter->fillRect(box, palette.window());
    painter->fillRect(box.left(), box.bottom(), box.width(), 1, palette.mid());
    const bool last = header->position == QStyleOptionHeader::End
                      || header->position == QStyleOptionHeader::OnlyOneSection;
    if (!last)
        painter->fillRect(box.right(), box.top() + 4, 1, box.height() - 9, palette.mid());
}

int OwnStyle::pixelMetric(PixelMetric metric, const QStyleOption *option,
                          const QWidget *widget) const
{
    switch (metric) {
    case PM_HeaderMargin: return 6;
    case PM_HeaderMarkSize: return 8;
    case PM_DockWidgetTitleMargin: return 6;
    default: return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int OwnStyle::styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                        QStyleHintReturn *data) const
{
    switch (hint) {
    case SH_DialogButtonBox_ButtonsHaveIcons: return 0;
    default: return QProxyStyle::styleHint(hint, option, widget, data);
    }
}

void OwnStyle::drawPrimitive(PrimitiveElement element, const QStyleOption *option,
                             QPainter *painter, const QWidget *widget) const
{
    const auto *header = qstyleoption_cast<const QStyleOptionHeader *>(option);
    if (element != PE_IndicatorHeaderArrow || !header || !widget) {
        QProxyStyle::drawPrimitive(element, option, painter, widget);
        return;
    }
    // Centre the sort arrow: Fusion paints it at the upper edge of the header.
    QStyleOptionHeader arrow(*header);
    arrow.rect.moveCenter({header->rect.center().x() + 4, widget->height() / 2});
    QProxyStyle::drawPrimitive(element, &arrow, painter, widget);
}

QSize OwnStyle::sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &size,
                                 const QWidget *widget) const
{
    QSize needed = QProxyStyle::sizeFromContents(type, option, size, widget);
    if (type == CT_PushButton) {
        needed += QSize(16, 4);
    } else if (type == CT_ToolButton || type == CT_LineEdit) {
        needed += QSize(type == CT_ToolButton ? 6 : 0, 4);
    }
    return needed;
}

} // namespace ui
