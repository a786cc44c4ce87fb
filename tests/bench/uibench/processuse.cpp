// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/bench/uibench/processuse.h"

#include <QByteArrayList>
#include <QFile>

#include <ctime>

#include <unistd.h>

namespace bench {

double processCpuSeconds()
{
    return static_cast<double>(std::clock()) / CLOCKS_PER_SEC;
}

double residentMegabytes()
{
    QFile file(QStringLiteral("/proc/self/statm"));
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    // proc(5): the second field is the number of resident pages.
    return file.readAll().split(' ').value(1).toDouble()
           * static_cast<double>(::sysconf(_SC_PAGESIZE)) / 1e6;
}

} // namespace bench
