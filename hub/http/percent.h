// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>

#include <optional>

namespace hub {

/// Returns a path or path segment with each `%XX` decoded. Returns nothing when two hex digits do
/// not follow a `%`.
std::optional<QByteArray> percentDecoded(QByteArrayView text);

/// Decodes a query component as browsers and forms encode it: `+` is a space, and a `%` without two
/// hex digits stays as it is.
QByteArray formDecoded(QByteArrayView text);

} // namespace hub
