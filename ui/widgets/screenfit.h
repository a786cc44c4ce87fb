// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QList>
#include <QRect>

class QWidget;

namespace ui {

/// Returns `wanted` moved and shrunk so that it lies on one screen: on the one that has most of it,
/// or on the first if none has any. `screens` are the usable parts of all screens; if it is empty,
/// returns `wanted`.
QRect fittedToScreens(const QRect &wanted, const QList<QRect> &screens);

/// Brings a window with its frame back onto the screens that there are. Leaves a maximized window
/// and one that covers the screen alone.
void fitToScreens(QWidget *window);

} // namespace ui
