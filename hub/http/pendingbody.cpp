// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/http/pendingbody.h"

#include "hub/http/contentcoding.h"

#include <algorithm>
#include <optional>

namespace hub {

namespace {

/// The announced length of an unknown sender is not reserved before this many bytes have arrived.
constexpr qint64 unprovenBytes = 256 * 1024;

} // namespace

PendingBody::PendingBody(Request request, BodyTerms terms, qint64 limit, Reply reply,
                         const Handler &handler, HttpBudgets &budgets)
    : m_request(std::move(request))
    , m_reply(std::move(reply))
    , m_handler(handler)
    , m_terms(std::move(terms))
    , m_limit(limit)
    , m_budget(m_terms.sender == BodySender::Known ? budgets.requests : budgets.unverified)
{ }

QByteArray PendingBody::limit() const
{
    return m_terms.sender == BodySender::Known ? QByteArrayLiteral("request_budget_bytes")
                                               : QByteArrayLiteral("unverified_budget_bytes");
}

bool PendingBody::keep(qint64 bytes, qint64 announced)
{
    if (m_terms.sender == BodySender::Known || bytes > unprovenBytes)
        bytes = std::max(bytes, announced);
    if (m_hold)
        return m_hold->grow(bytes - m_hold->bytes());
    const QByteArray owner =
        m_request.principal ? "user " + m_request.principal->subject : m_request.network;
    std::optional<ByteBudget::Hold> hold = m_budget.take(owner, bytes);
    if (!hold)
        return false;
    m_hold = std::make_shared<ByteBudget::Hold>(*std::move(hold));
    return true;
}

void PendingBody::complete(QByteArray body, QObject *context)
{
    m_request.held = std::move(m_hold);
    m_request.bodyLimit = m_limit;
    const auto coding = contentCoding(m_request.header("content-encoding"));
    if (!m_terms.decoded || !coding || !*coding) {
        m_request.body = std::move(body);
        return m_handler(m_request, std::move(m_reply));
    }
    const auto asked =
        std::make_shared<std::pair<Request, Reply>>(std::move(m_request), std::move(m_reply));
    decodeLater(context, **coding, body, m_limit, asked->first.held,
                [asked, &handler = m_handler](const Result<QByteArray> &plain) {
                    auto &[request, reply] = *asked;
                    if (!plain)
                        return reply.send(codingProblem(plain.error()));
                    request.body = *plain;
                    handler(request, std::move(reply));
                });
}

void PendingBody::refuse(const Response &response, qint64 bytes)
{
    if (bytes > 0 && m_terms.tooLarge)
        m_terms.tooLarge(m_request, bytes);
    m_reply.send(response);
}

} // namespace hub
