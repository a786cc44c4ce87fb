// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/loop/epollset.h"

#include "hub/loop/slottable.h"
#include "hub/loop/uniquefd.h"

#include <QSocketNotifier>

#include <sys/epoll.h>

#include <array>

namespace hub {

namespace {

constexpr int batchSize = 256;

struct Watched
{
    int fd = -1;
    EpollSet::Handler *handler = nullptr;
};

quint32 toEpoll(EpollSet::Events interest)
{
    quint32 mask = 0;
    if (interest.testFlag(EpollSet::Event::Readable))
        mask |= EPOLLIN | EPOLLRDHUP;
    if (interest.testFlag(EpollSet::Event::Writable))
        mask |= EPOLLOUT;
    return mask;
}

EpollSet::Events fromEpoll(quint32 mask)
{
    EpollSet::Events events;
    events.setFlag(EpollSet::Event::Readable, mask & EPOLLIN);
    events.setFlag(EpollSet::Event::Writable, mask & EPOLLOUT);
    events.setFlag(EpollSet::Event::PeerClosed, mask & EPOLLRDHUP);
    events.setFlag(EpollSet::Event::HangUp, mask & EPOLLHUP);
    events.setFlag(EpollSet::Event::Failed, mask & EPOLLERR);
    return events;
}

} // namespace

class EpollSet::Private
{
public:
    void deliver()
    {
        // The batch is on the stack: a handler may run a nested event loop, which calls deliver()
        // again.
        std::array<epoll_event, batchSize> batch;
        const int ready = ::epoll_wait(epoll.get(), batch.data(), batchSize, 0);
        for (int i = 0; i < ready; ++i) {
            const epoll_event event = batch[static_cast<size_t>(i)];
            if (const Watched *watched = table.find(event.data.u64))
                watched->handler->descriptorReady(fromEpoll(event.events));
        }
    }

    UniqueFd epoll{::epoll_create1(EPOLL_CLOEXEC)};
    SlotTable<Watched> table;
    std::unique_ptr<QSocketNotifier> notifier;
};

EpollSet::EpollSet(QObject *parent) : QObject(parent), m_d(std::make_unique<Private>())
{
    if (!m_d->epoll)
        qFatal("epoll_create1: no descriptor left");
    m_d->notifier = std::make_unique<QSocketNotifier>(m_d->epoll.get(), QSocketNotifier::Read);
    connect(m_d->notifier.get(), &QSocketNotifier::activated, this, [this] { m_d->deliver(); });
}

EpollSet::~EpollSet() = default;

EpollSet::Token EpollSet::add(int fd, Events interest, Handler *handler)
{
    const Token token = m_d->table.insert({fd, handler});
    epoll_event event{};
    event.events = toEpoll(interest);
    event.data.u64 = token;
    if (::epoll_ctl(m_d->epoll.get(), EPOLL_CTL_ADD, fd, &event) == 0)
        return token;
    m_d->table.remove(token);
    return 0;
}

void EpollSet::modify(Token token, Events interest)
{
    const Watched *watched = m_d->table.find(token);
    if (!watched)
        return;
    epoll_event event{};
    event.events = toEpoll(interest);
    event.data.u64 = token;
    ::epoll_ctl(m_d->epoll.get(), EPOLL_CTL_MOD, watched->fd, &event);
}

void EpollSet::remove(Token token)
{
    const Watched *watched = m_d->table.find(token);
    if (!watched)
        return;
    epoll_event ignored{}; // kernels before 2.6.9 need a non-null pointer
    ::epoll_ctl(m_d->epoll.get(), EPOLL_CTL_DEL, watched->fd, &ignored);
    m_d->table.remove(token);
}

void EpollSet::fail(Token token)
{
    const auto report = [this, token] {
        if (const Watched *watched = m_d->table.find(token))
            watched->handler->descriptorReady(Event::Failed);
    };
    QMetaObject::invokeMethod(this, report, Qt::QueuedConnection);
}

int EpollSet::count() const
{
    return m_d->table.count();
}

} // namespace hub
