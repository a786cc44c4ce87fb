// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

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
    ConnectionPlace(std::shared_ptr<ConnectionLedger> ledger, QHostAddress address);
    ConnectionPlace(ConnectionPlace &&) noexcept = default;
    ConnectionPlace &operator=(ConnectionPlace &&) = delete;
    ~ConnectionPlace();

    /// Counts the connection as a stream from now on.
    void markStream();

    const QHostAddress &address() const { return m_address; }

private:
    friend class ConnectionLedger;
    std::shared_ptr<ConnectionLedger> m_ledger; ///< Null once moved from.
    QHostAddress m_address;
    bool m_stream = false;
};

/// Counts connections in all and for each address.
class ConnectionLedger : public std::enable_shared_from_this<ConnectionLedger>
{
public:
    /// A place, unless one of the limits is reached; `perAddress` 0 does not limit.
    std::optional<ConnectionPlace> enter(const QHostAddress &address, int all, int perAddress);

    int count() const { return m_count; }
    /// How many of them are streams.
    int streams() const { return m_streams; }

private:
    friend class ConnectionPlace;
    void leave(const ConnectionPlace &place);

    int m_count = 0;
    int m_streams = 0;
    QHash<QHostAddress, int> m_byAddress;
};

/// IPv4 as such when it comes mapped into IPv6, so that one peer is one address.
QHostAddress withoutMapping(const QHostAddress &address);

} // namespace hub
