// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/base/standardfiles.h"

#include <cerrno>
#include <cstdlib>
#include <initializer_list>
#include <fcntl.h>
#include <unistd.h>

namespace hub {

void openStandardFiles()
{
    for (const int descriptor : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) {
        if (::fcntl(descriptor, F_GETFD) != -1 || errno != EBADF)
            continue;
        // open() returns the lowest free number; all lower numbers are open at this point.
        if (::open("/dev/null", O_RDWR) != descriptor)
            std::abort();
    }
}

} // namespace hub
