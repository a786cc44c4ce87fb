// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QFont>

class QWidget;

namespace ui {

/// Returns the system's fixed-width font in the size of `like`.
QFont fixedFont(const QFont &like);

/// Returns `font` with digits of equal width, so that changing numbers do not move. Returns it
/// unchanged with Qt before 6.7 or if the font has no such digits.
QFont tabular(QFont font);

/// Returns `font` with its size multiplied by `factor`.
QFont scaled(QFont font, double factor);

/// Returns the height of a list row in the font of `widget`, in device-independent pixels.
int rowHeight(const QWidget *widget);

} // namespace ui
