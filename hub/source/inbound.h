// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QList>

#include <utility>

namespace hub {

/// One webhook as it came in.
struct Inbound
{
    QByteArray source; ///< Name of the source it was addressed to.
    QList<std::pair<QByteArray, QByteArray>> headers; ///< Names in lower case, in order.
    QByteArray body; ///< Exact bytes.
    qint64 receivedMs = 0;
    QList<std::pair<QByteArray, QByteArray>> query{}; ///< Decoded, in order.
    bool bodyAloneSigned =
        false; ///< The headers may be another's: nothing may rest on an id there.

    /// First value of a header (name in lower case); empty when there is none.
    QByteArray header(QByteArrayView name) const;
    /// First value of a query parameter; empty when there is none.
    QByteArray parameter(QByteArrayView name) const;
};

} // namespace hub
