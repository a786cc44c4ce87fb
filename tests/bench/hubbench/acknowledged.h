// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "tests/bench/hubbench/outcome.h"
#include "tests/bench/hubbench/producers.h"
#include "tests/bench/hubbench/server.h"
#include "tests/bench/hubbench/subscriberswarm.h"

namespace bench {

/// Runs `producers` for five seconds and checks that the streams of `witness` receive everything
/// acknowledged. The headline figure is `figure`: acknowledged events per second.
Outcome measureAcknowledged(const Server &server, Poller &poller, Producers &producers,
                            SubscriberSwarm &witness, const QByteArray &figure);

} // namespace bench
