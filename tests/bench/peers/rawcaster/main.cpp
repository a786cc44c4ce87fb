// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/bench/peers/rawcaster/caster.h"

#include <cstdio>
#include <cstdlib>

int main(int argc, char **argv)
{
    const int port = argc == 2 ? std::atoi(argv[1]) : 0;
    if (port < 1 || port > 65'535) {
        std::fputs("usage: rawcaster PORT\n", stderr);
        return 2;
    }
    raw::Caster(static_cast<std::uint16_t>(port)).run();
}
