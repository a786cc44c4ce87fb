// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/base/result.h"

#include <QByteArray>

#include <functional>

class QNetworkReply;
class QObject;

namespace ui {

/// A complete answer with status 2xx or 304. The status of a `data:` URL is 0.
struct HttpAnswer
{
    int status = 0;
    QByteArray body;
    QByteArray etag;
};

/// Reads all of `reply` and calls `answer` once, on the thread of `context`. Takes ownership of
/// `reply`. If `context` is destroyed first, aborts the request and never calls `answer`.
/// Errors: `too_large` for more than `maxBytes` bytes, `unreachable` for a network error. For any
/// other status the error has the `code` and `detail` of the problem+json body, or the code
/// `http_<status>`.
void receive(QNetworkReply *reply, qint64 maxBytes, QObject *context,
             std::function<void(hub::Result<HttpAnswer>)> answer);

} // namespace ui
