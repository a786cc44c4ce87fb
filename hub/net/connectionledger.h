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

/// Counts one connection in its ledger until it is destroyed. It moves with the connection from the
/// gate to the stream. Move-only.
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

    /// Budget that the connection holds for its peer. It is given back with the place.
    std::optional<ByteBudget::Hold> held;

private:
    friend class ConnectionLedger;
    std::shared_ptr<ConnectionLedger> m_ledger; ///< Null once moved from.
    QHostAddress m_address;
    QHostAddress m_network; ///< The network that the address counts in; see networkOf().
    bool m_stream = false;
};

/// Counts all connections of a server, and the connections of each network. Hub thread only.
class ConnectionLedger : public std::enable_shared_from_this<ConnectionLedger>
{
public:
    /// Highest number of connections.
    struct Limits
    {
        int all = 0;
        int perAddress = 0; ///< Connections of one network; 0 = no limit.
        int ipv6Prefix = usualIpv6Prefix; ///< See networkOf().
    };
    enum class Reached { None, All, PerAddress };

    /// Returns the limit that one more connection of this address would exceed.
    Reached reachedFor(const QHostAddress &address, const Limits &limits) const;
    /// Counts a connection and returns its place. Only when reachedFor() returns None.
    ConnectionPlace enter(const QHostAddress &address, const Limits &limits);

    int count() const { return m_count; }
    /// Returns how many of the connections are streams.
    int streams() const { return m_streams; }

private:
    friend class ConnectionPlace;
    void leave(const ConnectionPlace &place);

    int m_count = 0;
    int m_streams = 0;
    QHash<QHostAddress, int> m_byNetwork;
};

} // namespace hub
