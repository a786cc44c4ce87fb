// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QFont>
#include <QStringList>

namespace ui {

/// Returns the widest of these words in this font; an empty text without words.
QString widestOf(const QFont &font, const QStringList &words);

/// Returns the width in pixels of the widest of these words in this font; 0 without words.
int widestWord(const QFont &font, const QStringList &words);

} // namespace ui
