// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace hub {

/// Gives memory that was freed back to the system, where the C library keeps it (glibc). Takes
/// milliseconds: for the end of a burst, not for every turn.
void giveBackFreedMemory();

} // namespace hub
