// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/fonts.h"

#include <QFontDatabase>
#include <QFontMetrics>
#include <QWidget>

namespace ui {

QFont fixedFont(const QFont &like)
{
    QFont font = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    if (like.pointSizeF() > 0) {
        font.setPointSizeF(like.pointSizeF());
    } else {
        font.setPixelSize(like.pixelSize());
    }
    return font;
}

QFont tabular(QFont font)
{
#if QT_VERSION >= QT_VERSION_CHECK(6, 7, 0)
    font.setFeature("tnum", 1);
#endif
    return font;
}

QFont scaled(QFont font, double factor)
{
    if (font.pointSizeF() > 0) {
        font.setPointSizeF(font.pointSizeF() * factor);
    } else {
        font.setPixelSize(qRound(font.pixelSize() * factor));
    }
    return font;
}

int rowHeight(const QWidget *widget)
{
    const QFontMetrics metrics(widget->font());
    return metrics.height() + qMax(6, metrics.height() / 2);
}

} // namespace ui
