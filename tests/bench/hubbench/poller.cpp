// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/bench/hubbench/poller.h"

#include <QtGlobal>

#include <array>
#include <cerrno>
#include <cstring>

#include <sys/epoll.h>

namespace bench {

Poller::Poller() : m_epoll(::epoll_create1(EPOLL_CLOEXEC))
{
    if (!m_epoll)
        qFatal("no epoll descriptor");
}

void Poller::add(int fd, std::uint32_t events, Handler *handler)
{
    epoll_event event{events, {handler}};
    if (::epoll_ctl(m_epoll.get(), EPOLL_CTL_ADD, fd, &event) != 0)
        qFatal("epoll refuses a descriptor: %s", std::strerror(errno));
}

void Poller::modify(int fd, std::uint32_t events, Handler *handler)
{
    epoll_event event{events, {handler}};
    ::epoll_ctl(m_epoll.get(), EPOLL_CTL_MOD, fd, &event);
}

void Poller::remove(int fd)
{
    ::epoll_ctl(m_epoll.get(), EPOLL_CTL_DEL, fd, nullptr);
}

void Poller::turn(std::chrono::nanoseconds limit)
{
    std::array<epoll_event, 512> ready;
    // epoll_wait() has a resolution of milliseconds, which is too coarse for scheduled events
    constexpr auto perSecond = std::nano::den;
    const timespec wait{limit.count() / perSecond, limit.count() % perSecond};
    const int count =
        ::epoll_pwait2(m_epoll.get(), ready.data(), static_cast<int>(ready.size()), &wait, nullptr);
    for (int i = 0; i < count; ++i) {
        const epoll_event &event = ready[static_cast<std::size_t>(i)];
        static_cast<Handler *>(event.data.ptr)->descriptorReady(event.events);
    }
}

bool Poller::runUntil(const std::function<bool()> &done, std::chrono::nanoseconds limit)
{
    using std::chrono::steady_clock;
    const auto deadline = steady_clock::now() + limit;
    while (!done()) {
        const auto left = deadline - steady_clock::now();
        if (left <= std::chrono::nanoseconds::zero())
            return false;
        turn(left);
    }
    return true;
}

} // namespace bench
