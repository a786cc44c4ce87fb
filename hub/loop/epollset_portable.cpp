// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/loop/epollset.h"

#include "hub/loop/slottable.h"

#include <QSocketNotifier>

namespace hub {

namespace {

/// Deletes a notifier later, because a handler may remove it during the notifier's own signal.
struct DeleteLater
{
    void operator()(QSocketNotifier *notifier) const
    {
        notifier->setEnabled(false);
        notifier->deleteLater();
    }
};

struct Watched
{
    std::unique_ptr<QSocketNotifier, DeleteLater> readable;
    std::unique_ptr<QSocketNotifier, DeleteLater> writable;
    EpollSet::Handler *handler = nullptr;
};

} // namespace

// This version does not report PeerClosed, HangUp or socket errors. They appear as readable or
// writable, and the handler finds them when it reads or writes.
class EpollSet::Private
{
public:
    SlotTable<Watched> table;
};

EpollSet::EpollSet(QObject *parent) : QObject(parent), m_d(std::make_unique<Private>()) { }

EpollSet::~EpollSet() = default;

EpollSet::Token EpollSet::add(int fd, Events interest, Handler *handler)
{
    Watched watched;
    watched.handler = handler;
    watched.readable.reset(new QSocketNotifier(fd, QSocketNotifier::Read));
    watched.writable.reset(new QSocketNotifier(fd, QSocketNotifier::Write));
    QSocketNotifier *readable = watched.readable.get();
    QSocketNotifier *writable = watched.writable.get();
    const Token token = m_d->table.insert(std::move(watched));
    const auto report = [this, token](Event event) {
        if (const Watched *entry = m_d->table.find(token))
            entry->handler->descriptorReady(event);
    };
    connect(readable, &QSocketNotifier::activated, this, [report] { report(Event::Readable); });
    connect(writable, &QSocketNotifier::activated, this, [report] { report(Event::Writable); });
    modify(token, interest);
    return token;
}

void EpollSet::modify(Token token, Events interest)
{
    if (Watched *watched = m_d->table.find(token)) {
        watched->readable->setEnabled(interest.testFlag(Event::Readable));
        watched->writable->setEnabled(interest.testFlag(Event::Writable));
    }
}

void EpollSet::remove(Token token)
{
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
