// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/base/bytebudget.h"
#include "hub/net/channel.h"

#include <optional>

namespace hub {

struct HttpContext;

/// Counts the unread answer of one connection in the budget of answers. The bytes are given back
/// with the ConnectionPlace of the channel.
class UnreadAnswer
{
public:
    /// `context` is not owned and outlives this.
    explicit UnreadAnswer(HttpContext *context) : m_context(context) { }

    /// Reserves `bytes` for an answer to a client of `network`, before the answer is sent. False
    /// when they exceed the budget. An answer of at most 16 KiB is not reserved: settle() counts it
    /// if it stays unread.
    bool reserve(Channel &channel, const QByteArray &network, qint64 bytes);

    /// Counts the bytes that are still unread. Call it after a write, and when the peer has read.
    /// False when they exceed the budget.
    bool settle(Channel &channel, const QByteArray &network);

private:
    std::optional<ByteBudget::Hold> take(const QByteArray &network, qint64 bytes);

    HttpContext *m_context;
};

} // namespace hub
