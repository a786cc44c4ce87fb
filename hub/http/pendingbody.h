// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/http/bodyterms.h"
#include "hub/http/handler.h"
#include "hub/http/httpbudgets.h"

#include <memory>

namespace hub {

/// A request whose head was admitted and whose body is being read.
class PendingBody
{
public:
    /// `handler` and `budgets` are not owned and outlive this. The bytes count in the share of the
    /// user, or of the network when the user is not known. `limit` bounds the body in bytes, also
    /// after content codings were removed.
    PendingBody(Request request, BodyTerms terms, qint64 limit, Reply reply, const Handler &handler,
                HttpBudgets &budgets);

    /// Returns the configuration key of the budget in which the body counts.
    QByteArray limit() const;

    /// Reserves budget for the first `bytes` of the body. For a known sender it reserves all
    /// `announced` bytes at once, so that a body above the budget is refused early. For an unknown
    /// sender it does so once more than 256 KiB have arrived. False when the bytes exceed the
    /// budget or the share of the sender.
    bool keep(qint64 bytes, qint64 announced);

    /// Returns how many bytes keep() has reserved.
    qint64 reserved() const { return m_hold ? m_hold->bytes() : 0; }

    /// Calls the handler with the whole request. When the terms ask for a decoded body, first
    /// removes its content coding, in turns of the event loop. Drops the request when `context` is
    /// destroyed meanwhile.
    void complete(QByteArray body, QObject *context);
    /// Answers instead of the handler. `bytes` is the length of a body that is too large, otherwise
    /// 0.
    void refuse(const Response &response, qint64 bytes);

private:
    Request m_request;
    Reply m_reply;
    const Handler &m_handler;
    const BodyTerms m_terms;
    const qint64 m_limit;
    ByteBudget &m_budget;
    std::shared_ptr<ByteBudget::Hold> m_hold; ///< Null until keep() has reserved bytes.
};

} // namespace hub
