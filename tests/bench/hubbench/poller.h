// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/loop/uniquefd.h"

#include <chrono>
#include <cstdint>
#include <functional>

namespace bench {

/// The load generator's event loop: plain epoll, level-triggered, nothing between a descriptor and
/// its handler, so that it takes as little as possible of the machine that it shares with the hub.
class Poller
{
public:
    /// Must live until the turn in which it is removed is over.
    class Handler
    {
    public:
        virtual void descriptorReady(std::uint32_t events) = 0;

    protected:
        ~Handler() = default;
    };

    Poller();

    void add(int fd, std::uint32_t events, Handler *handler);
    void modify(int fd, std::uint32_t events, Handler *handler);
    void remove(int fd);

    /// Waits for at most `limit` and tells whoever is ready.
    void turn(std::chrono::nanoseconds limit);
    /// Turns until `done`; false when `limit` is over first.
    bool runUntil(const std::function<bool()> &done, std::chrono::nanoseconds limit);

private:
    hub::UniqueFd m_epoll;
};

} // namespace bench
