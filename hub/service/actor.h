// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QString>

namespace hub {

/// The user and address on whose behalf the hub acts.
struct Actor
{
    QByteArray user; ///< The subject of the token; on a hub without keys the same for everybody.
    QString remote; ///< Address and port, or the address that a trusted proxy names. For logs.
    QByteArray lane; ///< Whose share of the store's time the action takes; see laneOf().
};

} // namespace hub
