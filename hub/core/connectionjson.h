// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/core/closereason.h"

#include <QByteArray>

namespace hub {

class Subscriber;

/// The connection resource of api.md, for the list and `hub.connection.opened`. Of many topics only
/// the first hundred are named.
QByteArray toJson(const Subscriber &subscriber);

/// What `hub.connection.closed` says.
QByteArray closedJson(const Subscriber &subscriber, CloseReason reason);

} // namespace hub
