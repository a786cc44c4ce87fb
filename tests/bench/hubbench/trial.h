// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "tests/bench/hubbench/dialect.h"

namespace bench {

/// What is measured, and for how long where that is not fixed.
struct Trial
{
    QString server; ///< Its name in reports.
    QString command; ///< `{port}` and `{data}` stand for its port and its data folder.
    const Dialect *dialect = nullptr;
    int soakSeconds = 600;
};

} // namespace bench
