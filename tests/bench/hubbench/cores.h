// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace bench {

// The load generator runs on the last core and the server on all others. Without this the scheduler
// may put both on one core, which distorts the figures.

/// Pins this process to the last core. Does nothing on a machine with one core.
void moveToClientCore();
/// Pins the calling process to the other cores; call it between fork and exec.
void moveToServerCores();

} // namespace bench
