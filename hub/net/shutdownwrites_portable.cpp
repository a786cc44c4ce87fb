// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/net/shutdownwrites.h"

namespace hub {

bool shutdownWrites(qintptr)
{
    return false;
}

} // namespace hub
