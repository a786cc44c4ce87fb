// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

#include <chrono>
#include <optional>

namespace helio {

/// Parses a duration such as `500ms`, `30s`, `10m`, `2h` or `7d`. A number without a unit counts as
/// seconds. Returns nullopt unless the result is positive and at most 366 days.
std::optional<std::chrono::milliseconds> parseDuration(const QString &text);

} // namespace helio
