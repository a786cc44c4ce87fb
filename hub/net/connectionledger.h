// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/base/bytebudget.h"
#include "hub/net/networkof.h"

#include <QHash>
#include <QHostAddress>

#include <memory>
#include <optional>

namespace hub {

class ConnectionLedger;

/// A place among the connections a server carries, given back when destroyed. Goes with the
/// connection from the gate to its stream. Move-only.
class ConnectionPlace
{
public:
    ConnectionPlace(std::shared_ptr<ConnectionLedger> ledger, QHostAddress address,
                    QHostAddress network);
    ConnectionPlace(ConnectionPlace &&) noexcept = default;
    ConnectionPlace &operator=(ConnectionPlace &&) = delete;
    ~ConnectionPlace();

    /// Counts the connection as a stream from now on.
    void markStream();

    const QHostAddress &address() const { return m_address; }

    /// Bytes that the connection holds for its peer, in a budget. They go back with the place.
    std::optional<ByteBudget::Hold> held;

private:
    friend class ConnectionLedger;
    std::shared_ptr<ConnectionLedger> m_ledger; ///< Null once moved from.
    QHostAddress m_address;
    QHostAddress m_network; ///< What the address is counted by.
    bool m_stream = false;
};

/// Counts connections in all and for each network that counts as one address.
class ConnectionLedger : public std::enable_shared_from_this<ConnectionLedger>
{
public:
    /// How many connections there may be.
    struct Limits
    {
        int all = 0;
        int perAddress = 0; ///< 0 does not limit.
        int ipv6Prefix = usualIpv6Prefix; ///< See networkOf().
    };
    enum class Reached { None, All, PerAddress };

    /// Which limit keeps a connection of this address out.
    Reached reachedFor(const QHostAddress &address, const Limits &limits) const;
    /// A place; only when no limit is reached.
    ConnectionPlace enter(const QHostAddress &address, const Limits &limits);

    int count() const { return m_count; }
    /// How many of them are streams.
    int streams() const { return m_streams; }

private:
    friend class ConnectionPlace;
    void leave(const ConnectionPlace &place);

    int m_count = 0;
    int m_streams = 0;
    QHash<QHostAddress, int> m_byNetwork;
};

} // namespace hub
