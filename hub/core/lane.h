// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>

namespace hub {

/// Returns the lane of a caller: the user, or the address on a hub without keys.
inline QByteArray laneOf(const QByteArray &user, const QByteArray &address)
{
    return user.isEmpty() ? "address/" + address : "user/" + user;
}

} // namespace hub
