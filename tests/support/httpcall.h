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

/// What came back, byte-level: no library in between that could hide a framing fault.
struct HttpAnswer
{
    int status = 0; ///< 0 = no whole answer came.
    QHash<QByteArray, QByteArray> headers; ///< Names in lower case.
    QByteArray body;

    QJsonObject json() const;
    QByteArray code() const; ///< `code` of a problem.
};

using HttpHeaders = QList<std::pair<QByteArray, QByteArray>>;

/// One request on a connection of its own. Spins the event loop until the whole answer is there.
HttpAnswer httpCall(const QUrl &hub, const QByteArray &method, const QByteArray &path,
                    const QByteArray &body = {}, const HttpHeaders &headers = {});

} // namespace test
