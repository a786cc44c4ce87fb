// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QHash>
#include <QJsonObject>
#include <QList>
#include <QUrl>

#include <utility>

namespace test {

/// The answer to httpCall(), parsed from the raw bytes. No HTTP library is involved that could hide
/// a framing error.
struct HttpAnswer
{
    int status = 0; ///< 0 = no complete answer arrived.
    QHash<QByteArray, QByteArray> headers; ///< Names in lower case.
    QByteArray body;

    QJsonObject json() const;
    QByteArray code() const; ///< The member `code` of a problem document.
};

using HttpHeaders = QList<std::pair<QByteArray, QByteArray>>;

/// Sends one request on a new connection. Runs the event loop until the whole answer has arrived.
HttpAnswer httpCall(const QUrl &hub, const QByteArray &method, const QByteArray &path,
                    const QByteArray &body = {}, const HttpHeaders &headers = {});

/// The member as a text; empty when there is none or it is not a text.
inline QString text(const QJsonObject &object, const char *key)
{
    return object.value(QLatin1String(key)).toString();
}

} // namespace test
