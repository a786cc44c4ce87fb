// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/http/reply.h"

#include "hub/http/exchange.h"
#include "hub/http/request.h"

namespace hub {

Reply::Reply(std::shared_ptr<Exchange> exchange) : m_exchange(std::move(exchange)) { }

Reply::Reply(Reply &&) noexcept = default;

Reply &Reply::operator=(Reply &&other) noexcept
{
    std::swap(m_exchange, other.m_exchange);
    return *this;
}

Reply::~Reply()
{
    if (m_exchange)
        m_exchange->send(
            Response::problem(500, {QByteArrayLiteral("internal_error"),
                                    QStringLiteral("The request was dropped without an answer.")}));
}

void Reply::withBody(const Request &request, const BodyTerms &terms,
                     const std::function<void(const Request &, Reply)> &handler)
{
    const std::shared_ptr<Exchange> exchange = m_exchange;
    if (exchange && exchange->hasUnreadBody())
        exchange->readBody(request, terms, std::move(*this), handler);
    else
        handler(request, std::move(*this));
}

void Reply::send(const Response &response)
{
    if (const auto exchange = std::exchange(m_exchange, nullptr))
        exchange->send(response);
}

std::unique_ptr<StreamSink> Reply::stream(const QList<std::pair<QByteArray, QByteArray>> &headers)
{
    const auto exchange = std::exchange(m_exchange, nullptr);
    return exchange ? exchange->stream(headers) : nullptr;
}

bool Reply::connected() const
{
    return m_exchange && m_exchange->connected();
}

} // namespace hub
