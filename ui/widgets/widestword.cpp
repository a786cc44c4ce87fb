// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/widestword.h"

#include <QFontMetrics>

#include <algorithm>

namespace ui {

QString widestOf(const QFont &font, const QStringList &words)
{
    const QFontMetrics metrics(font);
    const auto at = std::max_element(
        words.begin(), words.end(), [&metrics](const QString &left, const QString &right) {
            return metrics.horizontalAdvance(left) < metrics.horizontalAdvance(right);
        });
    return at == words.end() ? QString() : *at;
}

int widestWord(const QFont &font, const QStringList &words)
{
    return QFontMetrics(font).horizontalAdvance(widestOf(font, words));
}

} // namespace ui
