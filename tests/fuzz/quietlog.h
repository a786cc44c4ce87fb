// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QLoggingCategory>

/// Invalid inputs are expected here, thousands per second, so nothing is logged.
inline void quietLog()
{
    QLoggingCategory::setFilterRules(QStringLiteral("*=false"));
}
