// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/core/limitnotices.h"
#include "hub/http/channel.h"
#include "hub/http/connectionledger.h"
#include "hub/http/deadlines.h"
#include "hub/http/handshakes.h"
#include "hub/http/httpbudgets.h"
#include "hub/http/httpoptions.h"
#include "hub/loop/epollset.h"

#include <QObject>

#include <memory>
#include <unordered_map>

namespace hub {

class GateSocket;

/// What the connections of one server share. Held by the server, its gates and the streams that
/// came from them, so that a stream may outlive the server. Hub thread only.
struct HttpContext
{
    explicit HttpContext(HttpOptions httpOptions)
        : options(std::move(httpOptions))
        , budgets(options.limits)
    { }

    /// Tells the operator that a limit was reached; see LimitNotices::reached().
    void reached(const QByteArray &limit, const QString &what) const
    {
        if (notices)
            notices->reached(limit, what);
    }

    HttpOptions options;
    HttpBudgets budgets;
    LimitNotices *notices = nullptr; ///< Not owned; null = nobody is told.
    Handshakes handshakes;
    bool saidUntrustedProxy = false; ///< In the log, once.
    bool draining = false; ///< Answers end their connections.
    Deadlines deadlines;
    EpollSet channels;
    const std::shared_ptr<ConnectionLedger> ledger = std::make_shared<ConnectionLedger>();
    /// The gate whose request Qt is parsing right now; how a handler finds its connection on every
    /// Qt version.
    GateSocket *releasing = nullptr;
    /// Channels that were closed and still send what they hold; they take themselves out.
    std::unordered_map<const Channel *, std::unique_ptr<Channel>> closing;
    /// Parent of the sockets that are being closed. Destroyed first: they use what is above.
    QObject lingering;
};

} // namespace hub
