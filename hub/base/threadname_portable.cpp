// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/base/threadname.h"

namespace hub {

void nameThisThread(const char *) { }

} // namespace hub
