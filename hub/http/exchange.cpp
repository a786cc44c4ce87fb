// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/http/exchange.h"

#include "hub/http/contentcoding.h"
#include "hub/http/httpconnection.h"

namespace hub {

Exchange::Exchange(HttpConnection *connection, AnswerTraits traits, Body body)
    : m_connection(connection)
    , m_traits(std::move(traits))
    , m_body(body)
{ }

Exchange::~Exchange() = default;

void Exchange::readBody(const Request &request, const BodyTerms &terms, Reply reply,
                        const Handler &handler)
{
    const auto coding = contentCoding(request.header("content-encoding"));
    if (terms.decoded && !coding)
        return reply.send(codingProblem(coding.error()));
    m_body = Body::None;
    if (m_connection)
        m_connection->readBody(request, terms, std::move(reply), handler);
}

void Exchange::send(const Response &response)
{
    HttpConnection *connection = m_connection.data();
    if (!connection)
        return;
    m_traits.keepAlive = m_traits.keepAlive && connection->mayKeepAlive();
    const bool fits = m_traits.headOnly || connection->reserveAnswer(response.body.size());
    connection->answer(
        responseParts(fits ? response : busyResponse(), m_traits, connection->clock()),
        m_traits.keepAlive);
}

std::unique_ptr<StreamSink>
Exchange::stream(const QList<std::pair<QByteArray, QByteArray>> &headers)
{
    HttpConnection *connection = m_connection.data();
    if (!connection)
        return nullptr;
    const QByteArray head = streamHeadBytes(headers, m_traits, connection->clock());
    if (!m_traits.headOnly)
        return connection->becomeStream(head);
    connection->answer({head, {}}, false);
    return nullptr;
}

bool Exchange::connected() const
{
    const HttpConnection *connection = m_connection.data();
    return connection && connection->isConnected();
}

} // namespace hub
