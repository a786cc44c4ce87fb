// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <chrono>
#include <optional>

namespace ui {

/// How patient a stream is. The defaults are for people; tests use milliseconds.
struct StreamTimings
{
    using Milliseconds = std::chrono::milliseconds;

    Milliseconds firstBackoff{1'000}; ///< Ceiling of the first wait, doubled up to `mostBackoff`.
    Milliseconds mostBackoff{60'000};
    /// A wait without jitter or growth, for which a `retry:` stands in; for those who were told
    /// what to do.
    std::optional<Milliseconds> fixedDelay;
    Milliseconds stableAfter{
        30'000}; ///< Bytes must still come this long after the start to end the backoff.
    Milliseconds connectTimeout{10'000}; ///< Until the response headers, each redirect anew.
    Milliseconds watchdog{37'500}; ///< Silence after which a stream is given up; 0 = never.
    double watchdogFactor = 2.5; ///< Times the hub's heartbeat interval, once it named one.
};

/// How often the hub is asked while streaming is blocked.
struct PollTimings
{
    using Milliseconds = std::chrono::milliseconds;

    Milliseconds shortest{2'000}; ///< While things change; doubled while they do not.
    Milliseconds longest{60'000};
    Milliseconds firstStreamRetry{60'000}; ///< Doubled after each vain try.
    Milliseconds longestStreamRetry{600'000};
};

struct LinkTimings
{
    StreamTimings stream;
    PollTimings poll;
};

} // namespace ui
