// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/models/jobstore.h"
#include "ui/widgets/tray.h"

namespace app {

/// Returns the failures that ended last, the newest first, for the menu of the tray. At most
/// ui::Tray::maxFailures.
QList<ui::Tray::Failure> recentFailures(const ui::JobStore &jobs);

} // namespace app
