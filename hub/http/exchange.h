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

class GateSocket;

/// One request on its connection, from Qt's handler to its answer. Weak to the connection: peers
/// vanish.
class Exchange
{
public:
    enum class Body { None, Unread };

    Exchange(GateSocket *gate, AnswerTraits traits, Body body = Body::None);
    ~Exchange();

    /// Whether the request has a body that was not read.
    bool hasUnreadBody() const { return m_body == Body::Unread; }
    /// Reads the body, then calls `handler`; see Reply::withBody(). Drops the request when the peer
    /// has gone.
    void readBody(const Request &request, const BodyTerms &terms, Reply reply,
                  const Handler &handler);

    void send(const Response &response);
    std::unique_ptr<StreamSink> stream(const QList<std::pair<QByteArray, QByteArray>> &headers);
    bool connected() const;

private:
    QPointer<GateSocket> m_gate;
    AnswerTraits m_traits;
    Body m_body;
};

} // namespace hub
