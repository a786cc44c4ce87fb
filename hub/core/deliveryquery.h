// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>

namespace hub {

/// Which deliveries a list has.
struct DeliveryQuery
{
    QByteArray source; ///< Empty = any.
    QByteArray jobId; ///< Empty = any.
    qint64 before = 0; ///< Only ids below; 0 = newest.
    int limit = 100; ///< 1 to 1 000.
};

} // namespace hub
