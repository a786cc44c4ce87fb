// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/core/streamsink.h"
#include "hub/http/bodyterms.h"
#include "hub/http/handler.h"
#include "hub/http/responsebytes.h"

#include <QPointer>

#include <memory>

namespace hub {

class HttpConnection;

/// One request from its handler to its answer. Refers to the connection weakly, because the
/// connection may end before the answer. Hub thread only.
class Exchange
{
public:
    enum class Body { None, Unread };

    /// `connection` is not owned and may be destroyed at any time.
    Exchange(HttpConnection *connection, AnswerTraits traits, Body body = Body::None);
    ~Exchange();

    /// Returns whether the request has a body that was not read.
    bool hasUnreadBody() const { return m_body == Body::Unread; }
    /// Reads the body, then calls `handler`; see Reply::withBody(). Drops the request when the
    /// connection has ended.
    void readBody(const Request &request, const BodyTerms &terms, Reply reply,
                  const Handler &handler);

    /// Sends the answer. Sends 503 `busy` instead when the budget of unread answers is used up.
    void send(const Response &response);
    /// See Reply::stream().
    std::unique_ptr<StreamSink> stream(const QList<std::pair<QByteArray, QByteArray>> &headers);
    bool connected() const;

private:
    QPointer<HttpConnection> m_connection;
    AnswerTraits m_traits;
    Body m_body;
};

} // namespace hub
