// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QColor>

class QPalette;

namespace ui {

/// Returns the colour of a label from 1 to 9. Its contrast to the base of `palette` is at least
/// 4.5:1, so that the base colour is readable on it too. The number of the label goes with it,
/// because a colour is never the only sign.
QColor labelColor(int number, const QPalette &palette);

/// Returns the background of a row with this label. `Text` of the palette is readable on it.
QColor labelBase(int number, const QPalette &palette);

/// Returns the name of a label's colour for people.
QString labelName(int number);

} // namespace ui
