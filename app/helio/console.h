// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdio>
#include <optional>

namespace helio {

/// Returns whether the stream goes to a terminal. Not known on systems other than Unix.
std::optional<bool> isTerminal(std::FILE *stream);

/// Returns the width of the stream's terminal in columns; 80 when it is unknown.
int columnsOf(std::FILE *stream);

} // namespace helio
