// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/monitor/keyring.h"

#ifdef HELIOGRAPH_KEYRING
#include "app/monitor/qtkeyring.h"
#endif

namespace app {

std::unique_ptr<Keyring> systemKeyring()
{
#ifdef HELIOGRAPH_KEYRING
    return std::make_unique<QtKeyring>();
#else
    return nullptr;
#endif
}

} // namespace app
