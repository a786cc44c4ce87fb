// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/elidedlabel.h"

#include "ui/models/formats.h"

#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

namespace ui {

ElidedLabel::ElidedLabel(Qt::TextElideMode mode, QWidget *parent) : QLabel(parent), m_mode(mode)
{
    setTextFormat(Qt::PlainText);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

QSize ElidedLabel::minimumSizeHint() const
{
    return {fontMetrics().averageCharWidth() * 8, fontMetrics().height()};
}

QSize ElidedLabel::sizeHint() const
{
    const int most = fontMetrics().averageCharWidth() * 40;
    return {qMin(most, fontMetrics().horizontalAdvance(oneLine(text(), 200)) + 1),
            fontMetrics().height()};
}

/// Returns the text on one line. Nobody reads the middle of a very long one.
QString ElidedLabel::shownText() const
{
    constexpr qsizetype end = 500;
    const QString whole = text();
    return whole.size() <= 2 * end
               ? oneLine(whole, 2 * end)
               : oneLine(whole.left(end), end) + QChar(0x2026) + oneLine(whole.right(end), end);
}

void ElidedLabel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setPen(palette().color(foregroundRole()));
    painter.drawText(contentsRect(), Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine,
                     fontMetrics().elidedText(shownText(), m_mode, contentsRect().width()));
}

bool ElidedLabel::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const bool cut = fontMetrics().horizontalAdvance(shownText()) > contentsRect().width();
        const auto *help = static_cast<QHelpEvent *>(event);
        const QString tip = toolTip().isEmpty() && cut ? text() : toolTip();
        QToolTip::showText(help->globalPos(), tipText(tip), this);
        return true;
    }
    return QLabel::event(event);
}

} // namespace ui
