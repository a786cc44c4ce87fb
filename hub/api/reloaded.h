// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QStringList>

namespace hub {

/// What a reload of the configuration did, by the names of keys; never their values.
struct Reloaded
{
    QStringList changed; ///< Holds from now on.
    QStringList restart; ///< Also differs, and holds from the next start.
};

} // namespace hub
