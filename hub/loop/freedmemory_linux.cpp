// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/loop/freedmemory.h"

#include <cstdlib> // defines __GLIBC__

#ifdef __GLIBC__
#include <malloc.h>
#endif

namespace hub {

void returnLargeBlocksAtOnce()
{
#ifdef __GLIBC__
    constexpr int large = 256 * 1024;
    constexpr int keptOnTop = 16 * 1024 * 1024; // of the heap; fewer means many system calls
    ::mallopt(M_MMAP_THRESHOLD, large);
    ::mallopt(M_TRIM_THRESHOLD, keptOnTop);
#endif
}

void giveBackFreedMemory()
{
#ifdef __GLIBC__
    ::malloc_trim(0);
#endif
}

} // namespace hub
