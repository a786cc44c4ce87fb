// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace bench {

// The load generator has the last core of the machine to itself, as far as we go, and the server
// the others: a scheduler may well put both on the same one, and then measures something else.

/// Does nothing where there is one core only.
void moveToClientCore();
/// For a process between fork and exec.
void moveToServerCores();

} // namespace bench
