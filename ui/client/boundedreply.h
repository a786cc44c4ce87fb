// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/base/result.h"

#include <QByteArray>

#include <functional>

class QNetworkReply;
class QObject;

namespace ui {

/// A complete 2xx or 304 answer.
struct HttpAnswer
{
    int status = 0;
    QByteArray body;
    QByteArray etag;
};

/// Takes the whole of `reply`, at most `maxBytes`, and hands it to `answer` on the thread of
/// `context`; never once `context` is gone. Owns `reply` from now on. Other statuses become an
/// Error with the code and detail of their problem+json.
void receive(QNetworkReply *reply, qint64 maxBytes, QObject *context,
             std::function<void(hub::Result<HttpAnswer>)> answer);

} // namespace ui
