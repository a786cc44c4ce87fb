// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/outcomecolor.h"

#include "ui/widgets/statepalette.h"

#include <QColor>

namespace ui {

QColor colorOf(DeliveryOutcome outcome, const QPalette &palette)
{
    const StatePalette colors = StatePalette::of(palette);
    switch (outcome) {
    case DeliveryOutcome::Accepted: return colors.color(JobStatus::Completed);
    case DeliveryOutcome::Waiting: return colors.warning();
    case DeliveryOutcome::Rejected:
    case DeliveryOutcome::Refused: return colors.failure();
    default: return colors.quiet();
    }
}

} // namespace ui
