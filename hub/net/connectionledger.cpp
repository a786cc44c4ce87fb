// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/net/connectionledger.h"

namespace hub {

ConnectionPlace::ConnectionPlace(std::shared_ptr<ConnectionLedger> ledger, QHostAddress address,
                                 QHostAddress network)
    : m_ledger(std::move(ledger))
    , m_address(std::move(address))
    , m_network(std::move(network))
{ }

ConnectionPlace::~ConnectionPlace()
{
    if (m_ledger)
        m_ledger->leave(*this);
}

void ConnectionPlace::markStream()
{
    if (!std::exchange(m_stream, true))
        ++m_ledger->m_streams;
}

ConnectionLedger::Reached ConnectionLedger::reachedFor(const QHostAddress &address,
                                                       const Limits &limits) const
{
    if (m_count >= limits.all)
        return Reached::All;
    const QHostAddress network = networkOf(address, limits.ipv6Prefix);
    const bool crowded = limits.perAddress > 0 && m_byNetwork.value(network) >= limits.perAddress;
    return crowded ? Reached::PerAddress : Reached::None;
}

ConnectionPlace ConnectionLedger::enter(const QHostAddress &address, const Limits &limits)
{
    const QHostAddress network = networkOf(address, limits.ipv6Prefix);
    ++m_count;
    m_byNetwork.insert(network, m_byNetwork.value(network) + 1);
    return ConnectionPlace(shared_from_this(), address, network);
}

void ConnectionLedger::leave(const ConnectionPlace &place)
{
    --m_count;
    if (place.m_stream)
        --m_streams;
    const int left = m_byNetwork.value(place.m_network) - 1;
    if (left > 0)
        m_byNetwork.insert(place.m_network, left);
    else
        m_byNetwork.remove(place.m_network);
}

} // namespace hub
