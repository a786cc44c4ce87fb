// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/models/filtermoment.h"

namespace ui {

FilterMoment filterMoment(qint64 wallMs, TimeStyle style)
{
    FilterMoment moment;
    moment.nowMs = wallMs;
    if (style == TimeStyle::Local)
        moment.zone = QTimeZone::systemTimeZone();
    return moment;
}

FilterMoment inOneTurn(FilterMoment moment)
{
    moment.regexSteps = 500;
    moment.regexCharacters = 512;
    return moment;
}

} // namespace ui
