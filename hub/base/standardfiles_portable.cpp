// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/base/standardfiles.h"

namespace hub {

void openStandardFiles() { }

} // namespace hub
