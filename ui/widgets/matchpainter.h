// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QStringList>

class QColor;
class QPainter;
class QPalette;
class QRect;

namespace ui {

/// Returns the ranges of `text` that are equal to one of `words`, as offset and length. Case is
/// ignored. The ranges do not overlap and are in ascending order.
QList<std::pair<qsizetype, qsizetype>> matchesIn(const QString &text, const QStringList &words);

/// Marks the words in a single line of text that is about to be drawn into `box` from its left edge
/// with the painter's font: a background, and a line below so that colour is not the only sign.
/// Text from right to left is not marked. `ink` is the colour of the text. `filled` is false on a
/// selected row, which has its own background.
void paintMatches(QPainter &painter, const QRect &box, const QString &text,
                  const QStringList &words, const QPalette &palette, const QColor &ink,
                  bool filled);

/// Returns the background of matches. The colours of texts in lists are readable on it.
QColor matchBase(const QPalette &palette);

} // namespace ui
