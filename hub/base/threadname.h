// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace hub {

/// Names the calling thread, for top and perf. `name` has at most 15 characters. Does nothing on
/// systems other than Linux.
void nameThisThread(const char *name);

} // namespace hub
