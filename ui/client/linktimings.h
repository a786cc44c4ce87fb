// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <chrono>
#include <optional>

namespace ui {

/// Timeouts and waits of a stream.
struct StreamTimings
{
    using Milliseconds = std::chrono::milliseconds;

    /// Upper limit of the first wait; doubles up to `mostBackoff`.
    Milliseconds firstBackoff{1'000};
    Milliseconds mostBackoff{60'000};
    /// Takes the place of a longer `mostBackoff` when the hub is on this machine.
    Milliseconds mostLoopbackBackoff{5'000};
    /// Constant wait in place of the backoff. A `retry:` of the server replaces both.
    std::optional<Milliseconds> fixedDelay;
    /// Bytes that arrive at least this long after the connection opened reset the backoff.
    Milliseconds stableAfter{30'000};
    /// Limit for the response headers; each redirect starts it again.
    Milliseconds connectTimeout{10'000};
    Milliseconds watchdog{37'500}; ///< A stream that is silent for this long is dropped; 0 = never.
    /// The watchdog is this multiple of the heartbeat interval in `hub.hello`.
    double watchdogFactor = 2.5;
};

/// How often the client polls and retries the stream while streaming is blocked.
struct PollTimings
{
    using Milliseconds = std::chrono::milliseconds;

    Milliseconds shortest{2'000}; ///< Between polls while jobs change; doubles while they do not.
    Milliseconds longest{60'000};
    Milliseconds firstStreamRetry{60'000}; ///< Doubles after each failed attempt.
    Milliseconds longestStreamRetry{600'000};
};

/// A JobLink asks the hub for a heartbeat each 5 s and gives up after the second that is missing,
/// so a hub that is frozen is noticed within 10 s.
struct LinkTimings
{
    LinkTimings() { stream.watchdogFactor = 2; }

    StreamTimings stream;
    PollTimings poll;
};

} // namespace ui
