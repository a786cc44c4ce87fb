// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/loop/uniquefd.h"

#include <QByteArray>

namespace bench {

/// Connects a non-blocking socket to this port of 127.0.0.1. Ends the program when the connection
/// fails.
hub::UniqueFd connectTo(quint16 port);

/// A port on which no server listens.
quint16 freePort();

/// True when `GET /readyz` is answered with 200. Blocks until there is an answer or an error.
bool answersReady(quint16 port);

/// A complete GET or POST request for the hub; only a POST has a body.
QByteArray httpRequest(const QByteArray &method, const QByteArray &target, quint16 port,
                       const QByteArray &body = {}, const QByteArray &headers = {});

} // namespace bench
