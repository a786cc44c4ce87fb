// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/bench/hubbench/cores.h"

#include <sched.h>
#include <unistd.h>

namespace bench {

namespace {

int coreCount()
{
    return static_cast<int>(::sysconf(_SC_NPROCESSORS_ONLN));
}

} // namespace

void moveToClientCore()
{
    if (coreCount() < 2)
        return;
    cpu_set_t cores;
    CPU_ZERO(&cores);
    CPU_SET(coreCount() - 1, &cores);
    ::sched_setaffinity(0, sizeof cores, &cores);
}

void moveToServerCores()
{
    if (coreCount() < 2)
        return;
    cpu_set_t cores;
    CPU_ZERO(&cores);
    for (int core = 0; core < coreCount() - 1; ++core)
        CPU_SET(core, &cores);
    ::sched_setaffinity(0, sizeof cores, &cores);
}

} // namespace bench
