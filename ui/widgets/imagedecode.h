// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/client/hubapi.h"

#include <QImage>
#include <QSize>

namespace ui {

/// Decodes a result image from a stranger: only formats named here, within bounds of declared size
/// and memory, scaled down to fit `most` (in pixels) while it is read. An empty `most` = its own
/// size. Any thread; takes its time.
hub::Result<QImage> decodeImage(const QByteArray &bytes, const QSize &most);

} // namespace ui
