// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "tests/bench/hubbench/outcome.h"
#include "tests/bench/hubbench/producers.h"
#include "tests/bench/hubbench/server.h"
#include "tests/bench/hubbench/subscriberswarm.h"

namespace bench {

/// Lets `producers` work for some seconds, and the streams of `witness` see all that was
/// acknowledged. The headline is `figure`: acknowledged a second.
Outcome measureAcknowledged(const Server &server, Poller &poller, Producers &producers,
                            SubscriberSwarm &witness, const QByteArray &figure);

} // namespace bench
