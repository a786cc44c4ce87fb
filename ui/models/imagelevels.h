// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QImage>
#include <QList>

namespace ui {

/// Returns `image` and smaller copies of it, each of half the size of the one before, until both
/// sides are at most 512 pixels. A view that paints the fitting level shows fine lines well, and
/// reads few pixels. All copies together need at most a third of the memory of the image. May be
/// called on any thread. Empty for a null image.
QList<QImage> imageLevels(const QImage &image);

} // namespace ui
