// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <chrono>

class QRandomGenerator;

namespace hub {

/// Waits between attempts: exponential with full jitter, so that clients cut off together do not
/// come back together.
class Backoff
{
public:
    using Milliseconds = std::chrono::milliseconds;

    /// `first` is the ceiling of the first wait, doubled each time up to `most`. `random` is not
    /// owned.
    Backoff(Milliseconds first, Milliseconds most, QRandomGenerator *random);

    /// The next wait, drawn evenly from [0, ceiling], never below `floor` (a server's `retry:`).
    Milliseconds next(Milliseconds floor = Milliseconds{0});

    /// Starts over; call it once a connection proved stable, not when it merely opened.
    void reset();

    /// How many waits were drawn since the last reset.
    int attempt() const { return m_attempt; }

private:
    Milliseconds m_first;
    Milliseconds m_most;
    Milliseconds m_ceiling;
    QRandomGenerator *m_random;
    int m_attempt = 0;
};

} // namespace hub
