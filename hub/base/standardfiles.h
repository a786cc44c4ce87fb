// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace hub {

/// Opens /dev/null in place of each of stdin, stdout and stderr that is closed. Otherwise a socket
/// or the database could get number 2, and log lines would go into it. Call it first in main(): the
/// application object opens descriptors too.
void openStandardFiles();

} // namespace hub
