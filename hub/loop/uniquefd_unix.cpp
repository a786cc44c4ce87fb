// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/loop/uniquefd.h"

#include <unistd.h>

namespace hub {

void closeDescriptor(int fd)
{
    ::close(fd);
}

} // namespace hub
