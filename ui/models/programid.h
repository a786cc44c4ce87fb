// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QLatin1String>

namespace ui {

/// The reverse-DNS id of the monitor. The desktop file, the D-Bus name, the metainfo and the icons
/// have this name.
inline constexpr QLatin1String programId("io.github.heliograph.Heliograph");

} // namespace ui
