// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

#include <chrono>
#include <optional>

namespace helio {

/// `500ms 30s 10m 2h 7d`, a bare number = seconds; positive, at most a year.
std::optional<std::chrono::milliseconds> parseDuration(const QString &text);

} // namespace helio
