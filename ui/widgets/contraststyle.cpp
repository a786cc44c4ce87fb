// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/contraststyle.h"

#include <QPainter>
#include <QStyleOption>

namespace ui {

namespace {

constexpr int ringWidth = 2;

/// Draws the lines of `width` pixels inside of `box`.
void outline(QPainter *painter, const QRect &box, const QColor &color, int width)
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing, false);
    painter->setPen(Qt::NoPen);
    painter->setBrush(color);
    const QRect inner = box.adjusted(width, width, -width, -width);
    painter->drawRect(QRect(box.left(), box.top(), box.width(), width));
    painter->drawRect(QRect(box.left(), inner.bottom() + 1, box.width(), width));
    painter->drawRect(QRect(box.left(), box.top(), width, box.height()));
    painter->drawRect(QRect(inner.right() + 1, box.top(), width, box.height()));
    painter->restore();
}

/// Returns the box of a group without its title.
QRect groupFrame(const QStyleOption *option)
{
    constexpr int gap = 3; // as in Fusion
    return option->rect.adjusted(0, option->fontMetrics.height() + gap, 0, 0);
}

/// Returns whether a field has a frame of its own: one in a spin box has none.
bool hasFrame(const QStyleOption *option)
{
    const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option);
    return !frame || frame->lineWidth > 0;
}

/// Draws the border of a control, and a ring if it has the focus.
void border(QPainter *painter, const QStyleOption *option)
{
    if (option->state & QStyle::State_HasFocus)
        outline(painter, option->rect, option->palette.color(QPalette::Highlight), ringWidth);
    else
        outline(painter, option->rect, option->palette.color(QPalette::Mid), 1);
}

} // namespace

void ContrastStyle::drawPrimitive(PrimitiveElement element, const QStyleOption *option,
                                  QPainter *painter, const QWidget *widget) const
{
    if (element == PE_FrameFocusRect) {
        outline(painter, option->rect, option->palette.color(QPalette::Highlight), ringWidth);
        return;
    }
    OwnStyle::drawPrimitive(element, option, painter, widget);
    const QColor line = option->palette.color(QPalette::Mid);
    switch (element) {
    case PE_FrameGroupBox: outline(painter, groupFrame(option), line, 1); break;
    case PE_FrameTabWidget: outline(painter, option->rect, line, 1); break;
    case PE_PanelLineEdit:
    case PE_FrameLineEdit:
        if (hasFrame(option))
            border(painter, option);
        break;
    case PE_PanelButtonCommand:
    case PE_Frame:
    case PE_FrameMenu:
    case PE_IndicatorCheckBox:
    case PE_PanelTipLabel: border(painter, option); break;
    case PE_PanelButtonTool:
        if (option->state & (State_HasFocus | State_Raised | State_Sunken | State_On))
            border(painter, option);
        break;
    default: break;
    }
}

void ContrastStyle::drawControl(ControlElement element, const QStyleOption *option,
                                QPainter *painter, const QWidget *widget) const
{
    OwnStyle::drawControl(element, option, painter, widget);
    if (element == CE_TabBarTabShape)
        border(painter, option);
}

void ContrastStyle::drawComplexControl(ComplexControl control, const QStyleOptionComplex *option,
                                       QPainter *painter, const QWidget *widget) const
{
    OwnStyle::drawComplexControl(control, option, painter, widget);
    if (control == CC_ComboBox || control == CC_SpinBox)
        border(painter, option);
    if (control == CC_ScrollBar) {
        const QRect handle = subControlRect(control, option, SC_ScrollBarSlider, widget);
        outline(painter, handle, option->palette.color(QPalette::Mid), 1);
    }
}

int ContrastStyle::pixelMetric(PixelMetric metric, const QStyleOption *option,
                               const QWidget *widget) const
{
    // Without a width the entries of a menu cover its border.
    return metric == PM_MenuPanelWidth ? 1 : OwnStyle::pixelMetric(metric, option, widget);
}

int ContrastStyle::styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                             QStyleHintReturn *data) const
{
    // A second, lighter text behind a disabled one makes both hard to read.
    return hint == SH_EtchDisabledText ? 0 : OwnStyle::styleHint(hint, option, widget, data);
}

} // namespace ui
