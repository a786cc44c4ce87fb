// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QFont>

class QWidget;

namespace ui {

/// The system's fixed-width font in the size of `like`, for ids, code and times.
QFont fixedFont(const QFont &like);

/// `font` with figures that are all equally wide where it has them, so that changing numbers stand
/// still.
QFont tabular(QFont font);

/// `font` in `factor` of its size.
QFont scaled(QFont font, double factor);

/// Height of a list row in the font of `widget`: text and a little air, whatever the resolution.
int rowHeight(const QWidget *widget);

} // namespace ui
