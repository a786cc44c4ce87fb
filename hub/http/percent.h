// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>

#include <optional>

namespace hub {

/// A path or path segment with its `%XX` resolved; nothing when a `%` is not followed by two hex
/// digits.
std::optional<QByteArray> percentDecoded(QByteArrayView text);

/// A query component: `+` is a space, and a `%` that starts no escape stays what it is (as browsers
/// and forms have it).
QByteArray formDecoded(QByteArrayView text);

} // namespace hub
