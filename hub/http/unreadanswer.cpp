// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/http/unreadanswer.h"

#include "hub/http/httpcontext.h"

#include <algorithm>

namespace hub {

namespace {

constexpr qint64 mostUnreserved = 16 * 1024; ///< A shorter answer is not reserved.

} // namespace

/// An answer larger than the share of one owner takes the whole share. So it is allowed when the
/// owner holds nothing else.
std::optional<ByteBudget::Hold> UnreadAnswer::take(const QByteArray &network, qint64 bytes)
{
    ByteBudget &answers = m_context->budgets.answers;
    return answers.take(network, std::min(bytes, answers.limits().perOwner));
}

bool UnreadAnswer::reserve(Channel &channel, const QByteArray &network, qint64 bytes)
{
    if (bytes <= mostUnreserved)
        return true;
    ConnectionPlace &place = channel.place();
    place.held = take(network, bytes);
    if (place.held)
        return true;
    m_context->net.reached(QByteArrayLiteral("answer_budget_bytes"),
                           QStringLiteral("an answer of %1 bytes to %2 was refused")
                               .arg(bytes)
                               .arg(place.address().toString()));
    return false;
}

bool UnreadAnswer::settle(Channel &channel, const QByteArray &network)
{
    ConnectionPlace &place = channel.place();
    const qint64 unread = channel.held();
    if (unread == 0)
        place.held.reset();
    else if (place.held)
        place.held->shrinkTo(unread);
    else
        place.held = take(network, unread);
    if (unread == 0 || place.held)
        return true;
    m_context->net.reached(QByteArrayLiteral("answer_budget_bytes"),
                           QStringLiteral("%1 does not read its answers and was disconnected")
                               .arg(place.address().toString()));
    return false;
}

} // namespace hub
