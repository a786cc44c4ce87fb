// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/helio/console.h"

#include <sys/ioctl.h>
#include <unistd.h>

namespace helio {

std::optional<bool> isTerminal(std::FILE *stream)
{
    return ::isatty(::fileno(stream)) != 0;
}

int columnsOf(std::FILE *stream)
{
    winsize size{};
    if (::ioctl(::fileno(stream), TIOCGWINSZ, &size) == 0 && size.ws_col > 0)
        return size.ws_col;
    return 80;
}

} // namespace helio
