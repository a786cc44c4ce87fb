// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/auth/principal.h"
#include "hub/base/bytebudget.h"

#include <QByteArray>
#include <QByteArrayList>
#include <QHash>
#include <QHostAddress>
#include <QList>

#include <memory>
#include <utility>

namespace hub {

/// One complete, checked HTTP request. A value; the body is shared, not copied.
struct Request
{
    QByteArray method; ///< Upper case; `GET` for a `HEAD` (the reply drops the body).
    bool headOnly = false; ///< It was a `HEAD`: a handler may skip what only produces the body.
    QByteArray path; ///< As sent, without the query.
    QByteArrayList parameters; ///< What the `{…}` of the route matched, percent-decoded, in order.
    QList<std::pair<QByteArray, QByteArray>> query; ///< Percent-decoded, in order; may repeat.
    QList<std::pair<QByteArray, QByteArray>>
        headers; ///< Names in lower case, values trimmed, in order.
    QByteArray body; ///< Exact bytes, transfer coding removed.
    qint64 bodyLimit = 0; ///< The most bytes that the body may have, also once decoded.
    QHostAddress peer;
    quint16 peerPort = 0;
    QHostAddress client; ///< The peer, or whom a trusted proxy speaks for.
    QByteArray network; ///< What limits count the client by: see networkKey().
    bool secure = false; ///< It came over TLS, to the hub or to a trusted proxy.
    std::shared_ptr<const Principal> principal; ///< Null where nobody was asked who they are.
    std::shared_ptr<ByteBudget::Hold>
        held; ///< Keeps the body's bytes in their budget; may be null.

    /// Where it came from, for logs and lists: address and port, or the address that a proxy says.
    QString remote() const;
    /// First value of a header (name in lower case); empty when there is none.
    QByteArray header(QByteArrayView name) const;
    /// First value of a query parameter; empty when there is none.
    QByteArray parameter(QByteArrayView name) const;
    /// All values of a query parameter.
    QByteArrayList parameterValues(QByteArrayView name) const;
};

} // namespace hub
