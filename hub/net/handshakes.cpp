// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/net/handshakes.h"

#include "hub/loop/freedmemory.h"

#include <QTimer>

#include <algorithm>
#include <chrono>
#include <utility>

namespace hub {

using namespace std::chrono_literals;

namespace {

constexpr int crowd = 64; ///< So many handshakes at once hold some megabytes.
constexpr std::chrono::milliseconds pause = 1s; ///< Time for their sockets to be deleted.

} // namespace

void Handshakes::begin()
{
    m_most = std::max(m_most, ++m_count);
}

void Handshakes::end()
{
    if (--m_count == 0 && std::exchange(m_most, 0) >= crowd)
        QTimer::singleShot(pause, &m_timers, &giveBackFreedMemory);
}

} // namespace hub
