// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/base/bytebudget.h"
#include "hub/net/channel.h"

#include <optional>

namespace hub {

struct HttpContext;

/// Counts the answer that the peer of a connection did not read yet in the budget of answers. The
/// bytes go back with the channel's place.
class UnreadAnswer
{
public:
    /// The context is not owned and outlives this.
    explicit UnreadAnswer(HttpContext *context) : m_context(context) { }

    /// Before an answer of `bytes` to a client of `network` is sent: whether the budget has room
    /// for it. Short ones pass; they count when they are not read.
    bool reserve(Channel &channel, const QByteArray &network, qint64 bytes);

    /// After a write, or when the peer has read: counts what is left. False when that is too much.
    bool settle(Channel &channel, const QByteArray &network);

private:
    std::optional<ByteBudget::Hold> take(const QByteArray &network, qint64 bytes);

    HttpContext *m_context;
};

} // namespace hub
