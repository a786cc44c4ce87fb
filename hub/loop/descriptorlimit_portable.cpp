// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/loop/descriptorlimit.h"

namespace hub {

Result<DescriptorLimit> raiseDescriptorLimit()
{
    return Error{QByteArrayLiteral("unknown_system"),
                 QStringLiteral("this system has no known limit of open descriptors")};
}

void raiseDescriptorLimitLogged() { }

} // namespace hub
