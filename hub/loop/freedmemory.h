// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace hub {

/// Makes memory blocks of 256 KiB and more return to the system as soon as they are freed. By
/// default glibc raises its threshold when such blocks are freed, and then keeps later ones. Call
/// it at the start of a program. Does nothing without glibc.
void returnLargeBlocksAtOnce();

/// Returns freed memory that glibc still keeps to the system. Takes milliseconds: call it at the
/// end of a burst of work, not in every turn of the event loop. Does nothing without glibc.
void giveBackFreedMemory();

} // namespace hub
