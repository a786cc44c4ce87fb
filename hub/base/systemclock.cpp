// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/base/systemclock.h"

namespace hub {

const Clock &systemClock()
{
    static const SystemClock clock;
    return clock;
}

} // namespace hub
