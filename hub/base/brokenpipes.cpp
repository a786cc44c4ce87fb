// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/base/brokenpipes.h"

#include <csignal>

namespace hub {

void ignoreBrokenPipes()
{
#ifdef SIGPIPE // Windows has no such signal
    std::signal(SIGPIPE, SIG_IGN);
#endif
}

} // namespace hub
