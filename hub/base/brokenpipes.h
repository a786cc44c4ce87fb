// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace hub {

/// Makes a write to a pipe or socket without a reader fail, where it would otherwise end the
/// process (SIGPIPE). For the whole process.
void ignoreBrokenPipes();

} // namespace hub
