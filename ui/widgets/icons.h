// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/client/linkstatus.h"
#include "ui/models/jobstatus.h"

#include <QColor>
#include <QIcon>
#include <QPixmap>

namespace ui {

/// Returns a symbolic icon of resources/icons in the text colour of the application. `name` is a
/// path such as `action/copy`.
QIcon actionIcon(const QString &name);

/// Returns the same icon in a fixed colour. A disabled icon has the palette's colour.
QIcon tintedIcon(const QString &name, const QColor &color);

/// Returns a symbolic icon as a pixmap. `size` is in device-independent pixels and `ratio` is the
/// device pixel ratio. Pixmaps are cached. GUI thread only.
QPixmap tintedPixmap(const QString &name, const QColor &color, const QSize &size, qreal ratio);

/// Return the icon name of a status and of a link state. Each has its own shape.
QString iconName(JobStatus status);
QString iconName(LinkState state);

/// Returns the program's icon: that of the desktop's icon theme, or the built-in one.
QIcon programIcon();

} // namespace ui
