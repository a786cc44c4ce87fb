// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/base/result.h"

#include <QImage>
#include <QSize>

namespace ui {

/// Decodes a result image that is not trusted. Accepts PNG, JPEG, WebP, GIF and BMP of at most
/// 2^26 pixels and 256 MiB of memory. Scales the image down to fit `most` pixels; an empty `most`
/// keeps the size. May be called on any thread and can take seconds. Errors: `bad_image`, with a
/// message for people.
hub::Result<QImage> decodeImage(const QByteArray &bytes, const QSize &most);

} // namespace ui
