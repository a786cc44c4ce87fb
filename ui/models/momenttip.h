// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace ui {

/// Returns a moment in local time and in UTC, one below the other, each as formatMoment() writes
/// it. One line if local time is UTC. Empty for 0. `wallMs` is in ms since 1970 UTC.
QString momentTip(qint64 wallMs);

} // namespace ui
