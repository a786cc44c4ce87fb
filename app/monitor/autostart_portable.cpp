// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/monitor/autostart.h"

namespace app {

bool Autostart::isOffered()
{
    return false;
}

bool Autostart::isOn() const
{
    return false;
}

hub::Result<void> Autostart::set(bool) const
{
    return {};
}

} // namespace app
