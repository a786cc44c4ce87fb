// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <optional>

namespace hub {

/// Returns a time in milliseconds since 1970 as RFC 3339 UTC: `2026-01-31T12:00:00.000Z`. Limits it
/// to the years 0000 to 9999.
QByteArray formatTime(qint64 ms);

/// Parses an RFC 3339 time with any offset. Returns milliseconds since 1970 UTC, without further
/// digits of the fraction. Returns nullopt for any other text.
std::optional<qint64> parseTime(QByteArrayView text);

} // namespace hub
