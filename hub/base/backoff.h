// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <chrono>

class QRandomGenerator;

namespace hub {

/// Computes the waits between connection attempts: exponential backoff with full jitter. The jitter
/// keeps clients that lost their connections together from reconnecting together.
class Backoff
{
public:
    using Milliseconds = std::chrono::milliseconds;

    /// The first wait is below `first`. That ceiling doubles with each wait, up to `most`. `random`
    /// is not owned and must outlive this object.
    Backoff(Milliseconds first, Milliseconds most, QRandomGenerator *random);

    /// Returns the next wait: a uniform random time below the ceiling, but at least `floor`. A
    /// client passes the server's `retry:` as `floor`.
    Milliseconds next(Milliseconds floor = Milliseconds{0});

    /// Starts again with the first ceiling. Call it when a connection has proved stable, not when
    /// it opens.
    void reset();

    /// Returns the number of next() calls since the last reset().
    int attempt() const { return m_attempt; }

private:
    Milliseconds m_first;
    Milliseconds m_most;
    Milliseconds m_ceiling;
    QRandomGenerator *m_random;
    int m_attempt = 0;
};

} // namespace hub
