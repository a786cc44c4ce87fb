// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/http/channel.h"
#include "hub/http/connectionledger.h"
#include "hub/http/deadlines.h"
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
    explicit HttpContext(HttpOptions httpOptions) : options(std::move(httpOptions)) { }

    HttpOptions options;
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
