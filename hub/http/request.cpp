// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/http/request.h"

namespace hub {

namespace {

using Fields = QList<std::pair<QByteArray, QByteArray>>;

QByteArray firstValue(const Fields &fields, QByteArrayView name)
{
    for (const auto &[key, value] : fields) {
        if (key == name)
            return value;
    }
    return {};
}

} // namespace

QString Request::remote() const
{
    if (client != peer) // peerPort is the port of the proxy
        return client.toString();
    return QStringLiteral("%1:%2").arg(peer.toString()).arg(peerPort);
}

QByteArray Request::header(QByteArrayView name) const
{
    return firstValue(headers, name);
}

QByteArray Request::parameter(QByteArrayView name) const
{
    return firstValue(query, name);
}

QByteArrayList Request::parameterValues(QByteArrayView name) const
{
    QByteArrayList values;
    for (const auto &[key, value] : query) {
        if (key == name)
            values.append(value);
    }
    return values;
}

} // namespace hub
