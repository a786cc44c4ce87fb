// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/base/clock.h"

#include <chrono>

namespace hub {

namespace {
template<typename ClockType>
qint64 millisecondsOf()
{
    using namespace std::chrono;
    return duration_cast<milliseconds>(ClockType::now().time_since_epoch()).count();
}
} // namespace

qint64 SystemClock::wallMs() const
{
    return millisecondsOf<std::chrono::system_clock>();
}

qint64 SystemClock::steadyMs() const
{
    return millisecondsOf<std::chrono::steady_clock>();
}

} // namespace hub
