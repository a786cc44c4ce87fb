// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/models/imagelevels.h"

namespace ui {

QList<QImage> imageLevels(const QImage &image)
{
    constexpr int smallest = 512;
    QList<QImage> levels;
    // A format that painting needs no conversion for.
    QImage level = image.convertToFormat(
        image.hasAlphaChannel() ? QImage::Format_ARGB32_Premultiplied : QImage::Format_RGB32);
    while (!level.isNull()) {
        levels << level;
        if (level.width() <= smallest && level.height() <= smallest)
            break;
        level = level.scaled(qMax(1, level.width() / 2), qMax(1, level.height() / 2),
                             Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
    }
    return levels;
}

} // namespace ui
