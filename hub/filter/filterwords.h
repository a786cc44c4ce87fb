// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QCoreApplication>

namespace hub {

/// The messages about filters. They are translated where a program has a translation.
class FilterWords
{
    Q_DECLARE_TR_FUNCTIONS(hub::Filter)
};

} // namespace hub
