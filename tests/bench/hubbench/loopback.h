// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/loop/uniquefd.h"

#include <QByteArray>

namespace bench {

/// A non-blocking socket that is connected to this port of 127.0.0.1; ends the program when there
/// is nobody.
hub::UniqueFd connectTo(quint16 port);

/// A port on which nobody listens now.
quint16 freePort();

/// Whether `GET /readyz` is answered by 200 now; blocks until it is answered or refused.
bool answersReady(quint16 port);

/// `GET` or `POST` with everything that the hub asks for; a POST has a body.
QByteArray httpRequest(const QByteArray &method, const QByteArray &target, quint16 port,
                       const QByteArray &body = {}, const QByteArray &headers = {});

} // namespace bench
