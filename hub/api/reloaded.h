// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QStringList>

namespace hub {

/// The result of a reload of the configuration: names of keys, never values.
struct Reloaded
{
    QStringList changed; ///< Keys with a new value that is now in effect.
    QStringList restart; ///< Keys with a new value that takes effect at the next start.
};

} // namespace hub
