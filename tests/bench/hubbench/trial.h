// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "tests/bench/hubbench/dialect.h"

namespace bench {

/// The server to measure, and the length of the soak scenario.
struct Trial
{
    QString server; ///< Its name in reports.
    QString command; ///< `{port}` and `{data}` are replaced by its port and data folder.
    const Dialect *dialect = nullptr;
    int soakSeconds = 600;
};

} // namespace bench
