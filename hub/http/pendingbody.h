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
    PendingBody(Request request, BodySender sender, Reply reply, const Handler &handler,
                HttpBudgets &budgets);

    /// The configuration key of the budget that the body counts in.
    QByteArray limit() const;

    /// Reserves room for the first `bytes` of the body; false when the budget has none.
    bool keep(qint64 bytes);

    /// Calls the handler with the whole request.
    void complete(QByteArray body);

private:
    Request m_request;
    Reply m_reply;
    const Handler &m_handler;
    BodySender m_sender;
    ByteBudget &m_budget;
    std::shared_ptr<ByteBudget::Hold> m_hold; ///< Null until bytes have to be kept.
};

} // namespace hub
