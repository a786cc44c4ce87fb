// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/helio/console.h"

namespace helio {

std::optional<bool> isTerminal(std::FILE *)
{
    return {};
}

int columnsOf(std::FILE *)
{
    return 80;
}

} // namespace helio
