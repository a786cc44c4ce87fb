// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtGlobal>

#include <algorithm>
#include <limits>

namespace ui {

/// Returns a count as the argument of tr() that chooses the plural: at least 0, and at most the
/// largest int, which is then shown in place of a larger count.
inline int pluralCount(qint64 count)
{
    return static_cast<int>(std::clamp<qint64>(count, 0, std::numeric_limits<int>::max()));
}

} // namespace ui
