// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QList>

#include <utility>

namespace hub {

/// One received webhook.
struct Inbound
{
    QByteArray source; ///< Name of the source that it was sent to.
    QList<std::pair<QByteArray, QByteArray>> headers; ///< Names in lower case, in order.
    QByteArray body; ///< Exact bytes.
    qint64 receivedMs = 0;
    QList<std::pair<QByteArray, QByteArray>> query{}; ///< Decoded, in order.
    /// The signature covers the body only, so an id in a header cannot be trusted.
    bool bodyAloneSigned = false;

    /// Returns the first value of a header; empty when there is none. `name` in lower case.
    QByteArray header(QByteArrayView name) const;
    /// Returns the first value of a query parameter; empty when there is none.
    QByteArray parameter(QByteArrayView name) const;
};

} // namespace hub
