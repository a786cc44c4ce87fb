// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace hub {

/// From now on a large block of memory (256 KiB and more) goes back to the system when it is freed.
/// The C library (glibc) otherwise begins to keep such blocks, among others, once some were freed.
/// At the start of a program.
void returnLargeBlocksAtOnce();

/// Gives memory that was freed back to the system, where the C library keeps it (glibc). Takes
/// milliseconds: for the end of a burst, not for every turn.
void giveBackFreedMemory();

} // namespace hub
