// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/matchpainter.h"

#include "ui/widgets/statepalette.h"

#include <QPainter>
#include <QPalette>

#include <algorithm>

namespace ui {

QList<std::pair<qsizetype, qsizetype>> matchesIn(const QString &text, const QStringList &words)
{
    QList<std::pair<qsizetype, qsizetype>> all;
    for (const QString &word : words) {
        for (qsizetype at = 0; !word.isEmpty(); at += word.size()) {
            at = text.indexOf(word, at, Qt::CaseInsensitive);
            if (at < 0)
                break;
            all.emplaceBack(at, word.size());
        }
    }
    std::sort(all.begin(), all.end());
    QList<std::pair<qsizetype, qsizetype>> joined;
    for (const auto &[from, length] : all) {
        if (joined.isEmpty() || from > joined.back().first + joined.back().second) {
            joined.emplaceBack(from, length);
        } else {
            auto &last = joined.back();
            last.second = std::max(last.second, from + length - last.first);
        }
    }
    return joined;
}

QColor matchBase(const QPalette &palette)
{
    constexpr double share = 0.16;
    return mixed(palette.color(QPalette::Base), StatePalette::of(palette).warning(), share);
}

void paintMatches(QPainter &painter, const QRect &box, const QString &text,
                  const QStringList &words, const QPalette &palette, const QColor &ink, bool filled)
{
    if (words.isEmpty() || text.isRightToLeft())
        return;
    const QFontMetrics metrics = painter.fontMetrics();
    for (const auto &[from, length] : matchesIn(text, words)) {
        const int left = box.left() + metrics.horizontalAdvance(text.left(from));
        const int right = box.left() + metrics.horizontalAdvance(text.left(from + length));
        const QRect match(left, box.center().y() - metrics.height() / 2, right - left,
                          metrics.height());
        if (filled)
            painter.fillRect(match, matchBase(palette));
        painter.fillRect(match.left(), match.bottom(), match.width(), 1, ink);
    }
}

} // namespace ui
