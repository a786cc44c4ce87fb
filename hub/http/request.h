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

/// One checked HTTP request. A value; copies share the body.
struct Request
{
    QByteArray method; ///< As sent, but `GET` for a `HEAD`: the reply then drops the body.
    bool headOnly = false; ///< The method was `HEAD`: a handler may skip work for the body.
    QByteArray path; ///< As sent, without the query.
    QByteArrayList parameters; ///< Segments matched by `{…}` of the route, decoded, in order.
    QList<std::pair<QByteArray, QByteArray>> query; ///< Decoded, in order; names may repeat.
    /// Names in lower case, values trimmed, in order.
    QList<std::pair<QByteArray, QByteArray>> headers;
    QByteArray
        body; ///< Without transfer coding, and without content coding where BodyTerms say so.
    qint64 bodyLimit = 0; ///< Limit of the body in bytes, also for the decoded body.
    QHostAddress peer; ///< The other end of the connection, perhaps a proxy.
    quint16 peerPort = 0;
    QHostAddress client; ///< The peer, or the client that a trusted proxy names.
    QByteArray network; ///< The network of the client that limits count by; see networkKey().
    bool secure = false; ///< The request came over TLS, to the hub or to a trusted proxy.
    /// The verified caller. Null on a hub without keys and on routes with Access::Open.
    std::shared_ptr<const Principal> principal;
    /// The part of a budget that the body occupies; may be null.
    std::shared_ptr<ByteBudget::Hold> held;

    /// Returns the origin of the request for logs and lists: address and port of the peer, or the
    /// address of the client that a trusted proxy names.
    QString remote() const;
    /// Returns the first value of a header; empty when there is none. `name` is in lower case.
    QByteArray header(QByteArrayView name) const;
    /// Returns the first value of a query parameter; empty when there is none.
    QByteArray parameter(QByteArrayView name) const;
    /// Returns all values of a query parameter.
    QByteArrayList parameterValues(QByteArrayView name) const;
};

} // namespace hub
