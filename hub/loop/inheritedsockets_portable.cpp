// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/loop/inheritedsockets.h"

namespace hub {

Result<std::vector<UniqueFd>> takeInheritedSockets()
{
    return Error{QByteArrayLiteral("bad_activation"),
                 QStringLiteral("socket activation (listen = \"systemd\"): only the hub for Linux "
                                "has it")};
}

} // namespace hub
