// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/base/clock.h"
#include "hub/core/limitnotices.h"
#include "hub/net/channel.h"
#include "hub/net/connectionledger.h"
#include "hub/net/deadlines.h"
#include "hub/net/handshakes.h"
#include "hub/net/netlimits.h"
#include "hub/net/transport.h"

#include <QObject>
#include <QSslConfiguration>

#include <functional>
#include <memory>
#include <optional>
#include <unordered_map>

namespace hub {

class EpollSet;

/// How connections are accepted and carried.
struct NetOptions
{
    NetLimits limits;
    std::optional<QSslConfiguration> tls; ///< For new connections; none = plain TCP.
    Transport transport = defaultTransport; ///< Does not change while a server runs.
};

/// What the connections of one server share, whatever protocol they speak. Hub thread only.
struct NetContext
{
    /// `hubClock` is not owned and outlives this.
    NetContext(NetOptions netOptions, const Clock &hubClock)
        : options(std::move(netOptions))
        , clock(hubClock)
        , deadlines(hubClock)
    { }

    /// Tells the operator that a limit was reached; see LimitNotices::reached().
    void reached(const QByteArray &limit, const QString &what) const
    {
        if (notices)
            notices->reached(limit, what);
    }

    NetOptions options;
    const Clock &clock;
    /// Returns whether the peer is a trusted proxy, from which many clients come. Empty = none is.
    std::function<bool(const QHostAddress &)> isProxy;
    LimitNotices *notices = nullptr; ///< Not owned; may be null.
    Handshakes handshakes;
    Deadlines deadlines;
    /// Watches the DescriptorChannels. Null where there are none.
    std::shared_ptr<EpollSet> channels;
    const std::shared_ptr<ConnectionLedger> ledger = std::make_shared<ConnectionLedger>();
    /// Closed channels that still send what they hold. Each removes itself.
    std::unordered_map<const Channel *, std::unique_ptr<Channel>> closing;
    /// Parent of the sockets that are being closed. It is destroyed first, because they use the
    /// members above.
    QObject lingering;
};

} // namespace hub
