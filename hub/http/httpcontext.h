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

/// State that all connections of one server share. The server, its gates and its streams hold it
/// together, so that a stream may outlive the server. Hub thread only.
struct HttpContext
{
    explicit HttpContext(HttpOptions httpOptions)
        : options(std::move(httpOptions))
        , budgets(options.limits)
    { }

    /// Notifies the operator that a limit was reached; see LimitNotices::reached().
    void reached(const QByteArray &limit, const QString &what) const
    {
        if (notices)
            notices->reached(limit, what);
    }

    HttpOptions options;
    HttpBudgets budgets;
    LimitNotices *notices = nullptr; ///< Not owned; null when notices are not wanted.
    Handshakes handshakes;
    bool saidUntrustedProxy = false; ///< The warning about an untrusted proxy was logged.
    bool draining = false; ///< Each connection closes after its next answer.
    Deadlines deadlines;
    EpollSet channels;
    const std::shared_ptr<ConnectionLedger> ledger = std::make_shared<ConnectionLedger>();
    /// The gate whose request Qt's parser is reading now. A handler finds its connection by it,
    /// with every version of Qt.
    GateSocket *releasing = nullptr;
    /// Closed channels that still send held bytes or linger. Each removes itself at its end.
    std::unordered_map<const Channel *, std::unique_ptr<Channel>> closing;
    /// Parent of the sockets that are being closed. The last member, so that it is destroyed first:
    /// these sockets use the members above.
    QObject lingering;
};

} // namespace hub
