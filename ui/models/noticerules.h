// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/models/quiethours.h"

class QSettings;

namespace ui {

/// The operator's choice of notifications. A plain value.
struct NoticeRules
{
    bool failed = true; ///< A job failed, timed out or was lost.
    bool completed = false;
    bool stalled = true;
    bool link = true; ///< The connection to the hub was lost, or is back.
    int perTenMinutes = 5; ///< 0 = no limit, at most maxBudget.
    int perHour = 20; ///< 0 = no limit, at most maxBudget.
    QuietHours quiet;

    static constexpr int maxBudget = 600;

    bool operator==(const NoticeRules &) const = default;

    /// Reads the rules. An invalid value counts as not set.
    static NoticeRules load(const QSettings &settings);
    /// Writes the rules that differ from the stored ones.
    void save(QSettings &settings) const;
};

} // namespace ui
