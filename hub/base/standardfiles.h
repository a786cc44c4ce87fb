// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace hub {

/// Opens /dev/null for each of stdin, stdout and stderr that is closed. Otherwise a socket or the
/// database could get descriptor 2, and log lines would be written into it. Call it first in
/// main(), because the application object opens descriptors too. Aborts when /dev/null cannot be
/// opened. Does nothing on systems other than Unix.
void openStandardFiles();

} // namespace hub
