// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtGlobal>

namespace hub {

/// Where time comes from, so that tests can turn it. Safe to call from any thread.
class Clock
{
public:
    virtual ~Clock() = default;

    /// Milliseconds since 1970 UTC. May jump either way; only for ids, stored times and people.
    virtual qint64 wallMs() const = 0;

    /// Milliseconds on a clock that never jumps back; for every interval and deadline.
    virtual qint64 steadyMs() const = 0;
};

/// The machine's clocks.
class SystemClock final : public Clock
{
public:
    qint64 wallMs() const override;
    qint64 steadyMs() const override;
};

} // namespace hub
