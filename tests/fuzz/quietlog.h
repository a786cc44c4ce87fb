// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QLoggingCategory>

/// Thousands of wrong inputs a second are nothing to report.
inline void quietLog()
{
    QLoggingCategory::setFilterRules(QStringLiteral("*=false"));
}
