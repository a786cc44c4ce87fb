// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>

namespace hub {

/// Revokes one token, or all tokens of a user, before they expire.
struct Revocation
{
    QByteArray tokenId; ///< `jti`. Either this or `subject` is empty.
    QByteArray subject; ///< `sub`.
    /// Wall clock. The tokens have expired by then, so the store may forget it.
    qint64 untilMs = 0;
};

} // namespace hub
