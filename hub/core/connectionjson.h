// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/core/closereason.h"

#include <QByteArray>

namespace hub {

class Subscriber;

/// Returns the connection resource of resources/docs/api.md, for the list and for
/// `hub.connection.opened`. It names at most 100 topics.
QByteArray toJson(const Subscriber &subscriber);

/// Returns the data of `hub.connection.closed`.
QByteArray closedJson(const Subscriber &subscriber, CloseReason reason);

} // namespace hub
