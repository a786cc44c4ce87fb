// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <optional>

namespace hub {

/// RFC 3339 UTC with milliseconds, `2026-01-31T12:00:00.000Z`.
QByteArray formatTime(qint64 ms);

/// Reads RFC 3339 with any offset; nullopt when it is not.
std::optional<qint64> parseTime(QByteArrayView text);

} // namespace hub
