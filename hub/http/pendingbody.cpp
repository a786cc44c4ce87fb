// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/http/pendingbody.h"

#include <algorithm>
#include <optional>

namespace hub {

PendingBody::PendingBody(Request request, BodySender sender, Reply reply, const Handler &handler,
                         HttpBudgets &budgets)
    : m_request(std::move(request))
    , m_reply(std::move(reply))
    , m_handler(handler)
    , m_sender(sender)
    , m_budget(sender == BodySender::Known ? budgets.requests : budgets.unverified)
{ }

QByteArray PendingBody::limit() const
{
    return m_sender == BodySender::Known ? QByteArrayLiteral("request_budget_bytes")
                                         : QByteArrayLiteral("unverified_budget_bytes");
}

bool PendingBody::keep(qint64 bytes, qint64 announced)
{
    if (m_sender == BodySender::Known)
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

void PendingBody::complete(QByteArray body)
{
    m_request.body = std::move(body);
    m_request.held = std::move(m_hold);
    m_handler(m_request, std::move(m_reply));
}

} // namespace hub
