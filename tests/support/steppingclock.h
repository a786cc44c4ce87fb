// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/base/clock.h"

#include <atomic>

namespace test {

/// A clock on which each reading of the steady time takes one millisecond. It shows how often a
/// piece of work reads the time before its budget is spent.
class SteppingClock final : public hub::Clock
{
public:
    qint64 wallMs() const override { return 1'731'000'000'000; }
    qint64 steadyMs() const override { return m_steadyMs++; }

private:
    mutable std::atomic<qint64> m_steadyMs{1'000'000};
};

} // namespace test
