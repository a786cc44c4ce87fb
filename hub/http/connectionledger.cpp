// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/http/connectionledger.h"

namespace hub {

ConnectionPlace::ConnectionPlace(std::shared_ptr<ConnectionLedger> ledger, QHostAddress address)
    : m_ledger(std::move(ledger))
    , m_address(std::move(address))
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

std::optional<ConnectionPlace> ConnectionLedger::enter(const QHostAddress &address, int all,
                                                       int perAddress)
{
    const int ofAddress = m_byAddress.value(address);
    if (m_count >= all || (perAddress > 0 && ofAddress >= perAddress))
        return std::nullopt;
    ++m_count;
    m_byAddress.insert(address, ofAddress + 1);
    return ConnectionPlace(shared_from_this(), address);
}

void ConnectionLedger::leave(const ConnectionPlace &place)
{
    --m_count;
    if (place.m_stream)
        --m_streams;
    const QHostAddress &address = place.address();
    const int left = m_byAddress.value(address) - 1;
    if (left > 0)
        m_byAddress.insert(address, left);
    else
        m_byAddress.remove(address);
}

QHostAddress withoutMapping(const QHostAddress &address)
{
    bool mapped = false;
    const quint32 ipv4 = address.toIPv4Address(&mapped);
    return mapped ? QHostAddress(ipv4) : address;
}

} // namespace hub
