// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/loop/freedmemory.h"

namespace hub {

void returnLargeBlocksAtOnce() { }

void giveBackFreedMemory() { }

} // namespace hub
