// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <chrono>

namespace ui {

/// Returns the processor time that the calling thread has used. On systems other than Unix it is
/// the time that has passed, which is never less; both count from an unknown start.
std::chrono::milliseconds threadCpuTime();

} // namespace ui
