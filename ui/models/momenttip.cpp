// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/models/momenttip.h"

#include "ui/models/formats.h"

namespace ui {

QString momentTip(qint64 wallMs)
{
    const QString local = formatMoment(wallMs, TimeStyle::Local);
    const QString utc = formatMoment(wallMs, TimeStyle::Utc);
    return local == utc ? utc : local + QLatin1Char('\n') + utc;
}

} // namespace ui
