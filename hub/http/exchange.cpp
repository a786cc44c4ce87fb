// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/http/exchange.h"

#include "hub/http/contentcoding.h"
#include "hub/http/gatesocket.h"

namespace hub {

Exchange::Exchange(GateSocket *gate, AnswerTraits traits, Body body)
    : m_gate(gate)
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
    if (m_gate)
        m_gate->readBody(request, terms, std::move(reply), handler);
}

void Exchange::send(const Response &response)
{
    GateSocket *gate = m_gate.data();
    if (!gate)
        return;
    m_traits.keepAlive = m_traits.keepAlive && gate->mayKeepAlive();
    const bool fits = m_traits.headOnly || gate->reserveAnswer(response.body.size());
    gate->answer(responseParts(fits ? response : busyResponse(), m_traits), m_traits.keepAlive);
}

std::unique_ptr<StreamSink>
Exchange::stream(const QList<std::pair<QByteArray, QByteArray>> &headers)
{
    if (!m_gate)
        return nullptr;
    const QByteArray head = streamHeadBytes(headers, m_traits);
    if (!m_traits.headOnly)
        return m_gate->becomeStream(head);
    m_gate->answer({head, {}}, false);
    return nullptr;
}

bool Exchange::connected() const
{
    const GateSocket *gate = m_gate.data();
    return gate && gate->isConnected();
}

} // namespace hub
