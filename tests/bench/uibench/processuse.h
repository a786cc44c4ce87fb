// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace bench {

/// The processor time of all threads of this process so far, in seconds.
double processCpuSeconds();
/// The memory of this process that is in RAM now, in MB (10⁶ bytes). Reads `/proc`.
double residentMegabytes();

} // namespace bench
