// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/loop/uniquefd.h"

#include <chrono>
#include <cstdint>
#include <functional>

namespace bench {

/// The event loop of the load generator: plain, level-triggered epoll. It adds nothing between a
/// descriptor and its handler, so that it takes little processor time.
class Poller
{
public:
    /// Must exist until the turn in which it is removed has ended.
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

    /// Waits for at most `limit` and calls the handlers of ready descriptors.
    void turn(std::chrono::nanoseconds limit);
    /// Runs turns until `done()` is true. Returns false when `limit` passes first.
    bool runUntil(const std::function<bool()> &done, std::chrono::nanoseconds limit);

private:
    hub::UniqueFd m_epoll;
};

} // namespace bench
