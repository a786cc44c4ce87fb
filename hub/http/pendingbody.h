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
    /// `handler` and `budgets` are not owned and outlive this. The bytes count for the user who
    /// sends them, or for the network when no user is known.
    /// The body has at most `limit` bytes, also once it is decoded.
    PendingBody(Request request, BodyTerms terms, qint64 limit, Reply reply, const Handler &handler,
                HttpBudgets &budgets);

    /// The configuration key of the budget that the body counts in.
    QByteArray limit() const;

    /// Reserves room in the budget for the first `bytes` of the body; of a known sender for the
    /// `announced` ones at once, and of a stranger too once 256 KiB came: what has no room is
    /// refused before it is sent. False when the budget has no room.
    bool keep(qint64 bytes, qint64 announced);

    /// Bytes that keep() reserved.
    qint64 reserved() const { return m_hold ? m_hold->bytes() : 0; }

    /// Calls the handler with the whole request; after content codings were taken off in turns of
    /// the loop of `context`, where the terms say so.
    void complete(QByteArray body, QObject *context);
    /// Answers in its place. `bytes` are those of a body that is too large, else 0.
    void refuse(const Response &response, qint64 bytes);

private:
    Request m_request;
    Reply m_reply;
    const Handler &m_handler;
    const BodyTerms m_terms;
    const qint64 m_limit;
    ByteBudget &m_budget;
    std::shared_ptr<ByteBudget::Hold> m_hold; ///< Null until bytes have to be kept.
};

} // namespace hub
