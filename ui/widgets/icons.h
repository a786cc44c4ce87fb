// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/client/jobevent.h"
#include "ui/client/linkstatus.h"

#include <QColor>
#include <QIcon>
#include <QPixmap>

namespace ui {

/// A symbolic icon of resources/icons (`action/copy`) in the text colour of wherever it is painted.
QIcon actionIcon(const QString &name);

/// The same in a fixed colour.
QIcon tintedIcon(const QString &name, const QColor &color);

/// One of the symbolic icons at a size in device-independent pixels, sharp at `ratio`. Cached.
QPixmap tintedPixmap(const QString &name, const QColor &color, const QSize &size, qreal ratio);

/// Icon names of a status and a link state: every one has a shape of its own.
QString iconName(hub::JobStatus status);
QString iconName(LinkState state);

/// The program's icon.
QIcon programIcon();

} // namespace ui
