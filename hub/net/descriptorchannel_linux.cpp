// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/net/descriptorchannel.h"

#include "hub/net/netcontext.h"

#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>

#include <array>
#include <cerrno>

namespace hub {

using namespace std::chrono_literals;

namespace {

/// Input dropped in one turn of the event loop, so that one connection does not delay the others.
constexpr std::size_t mostRead = 64 * 1024;

bool wouldBlock()
{
    return errno == EAGAIN || errno == EWOULDBLOCK || errno == EINTR;
}

int takeError(int fd)
{
    int error = 0;
    socklen_t size = sizeof error;
    return ::getsockopt(fd, SOL_SOCKET, SO_ERROR, &error, &size) == 0 ? error : 0;
}

void turnOn(int fd, int level, int option)
{
    const int on = 1;
    ::setsockopt(fd, level, option, &on, sizeof on);
}

} // namespace

DescriptorChannel::DescriptorChannel(UniqueFd fd, ConnectionPlace place, quint16 peerPort,
                                     NetContext *context)
    : Channel(std::move(place), peerPort)
    , m_fd(std::move(fd))
    , m_context(context)
    , m_token(context->channels->add(m_fd.get(), EpollSet::Event::Readable, this))
    , m_lingering(context->clock)
    , m_deadline(&context->deadlines, this)
{
    // Nagle's algorithm would only delay: each answer, and each turn of a stream, is one write.
    turnOn(m_fd.get(), IPPROTO_TCP, TCP_NODELAY);
    turnOn(m_fd.get(), SOL_SOCKET, SO_KEEPALIVE);
}

DescriptorChannel::~DescriptorChannel()
{
    m_context->channels->remove(m_token);
}

qsizetype DescriptorChannel::read(char *data, qsizetype size)
{
    if (m_inputEnded || m_phase != Phase::Open)
        return 0;
    const ssize_t count = ::recv(m_fd.get(), data, static_cast<size_t>(size), MSG_DONTWAIT);
    if (count > 0)
        return count;
    if (count == 0 || !wouldBlock()) { // the epoll set reports an error, too
        m_inputEnded = true;
        watch(false, m_writable);
    }
    return 0;
}

void DescriptorChannel::watchInput(bool wanted)
{
    watch(wanted && !m_inputEnded, m_writable);
}

void DescriptorChannel::discardInput()
{
    m_discardsInput = true;
    watch(true, m_writable); // also after the end of the input, which then closes the channel
}

void DescriptorChannel::write(std::span<const QByteArray> parts)
{
    if (m_phase != Phase::Open)
        return;
    if (m_held.isEmpty())
        note(m_held.send(m_fd.get(), parts, m_taken));
    else
        m_held.append(parts);
}

void DescriptorChannel::sendHeld()
{
    note(m_held.sendTo(m_fd.get(), m_taken));
}

/// Sets the phase to Failed when the socket failed. The owner is called later, from the event loop.
void DescriptorChannel::note(HeldBytes::Outcome outcome)
{
    switch (outcome) {
    case HeldBytes::Outcome::All: watch(m_readable, false); break;
    case HeldBytes::Outcome::Full: watch(m_readable, true); break;
    case HeldBytes::Outcome::Failed:
        m_timedOut = errno == ETIMEDOUT;
        m_held.clear();
        m_phase = Phase::Failed;
        m_context->channels->fail(m_token);
        break;
    }
}

void DescriptorChannel::watch(bool readable, bool writable)
{
    if (m_readable == readable && m_writable == writable)
        return;
    m_readable = readable;
    m_writable = writable;
    EpollSet::Events interest;
    interest.setFlag(EpollSet::Event::Readable, readable);
    interest.setFlag(EpollSet::Event::Writable, writable);
    m_context->channels->modify(m_token, interest);
}

void DescriptorChannel::descriptorReady(EpollSet::Events events)
{
    using Event = EpollSet::Event;
    if (m_phase == Phase::Failed || events & (Event::HangUp | Event::Failed))
        return end();
    if (events & Event::Writable && !m_held.isEmpty()) {
        const qint64 before = m_taken;
        sendHeld();
        if (m_phase == Phase::Flushing && m_held.isEmpty())
            linger();
        else if (m_phase == Phase::Flushing && m_taken > before)
            m_deadline.set(m_flushTime); // the peer is slow, but it reads
        else if (m_owner && m_taken > before)
            m_owner->channelWritten(); // may destroy this
        return; // the epoll set reports pending input again
    }
    if (!(events & (Event::Readable | Event::PeerClosed)))
        return;
    if (m_discardsInput) {
        if (!dropInput())
            end();
    } else if (m_owner) {
        m_owner->channelReadable(); // may destroy this
    }
}

/// Reads input and drops it. False when the channel must end now.
bool DescriptorChannel::dropInput()
{
    static std::array<char, mostRead> dropped; // shared: all channels are on one thread
    const ssize_t count = ::recv(m_fd.get(), dropped.data(), dropped.size(), MSG_DONTWAIT);
    if (count < 0)
        return wouldBlock();
    if (count > 0 && m_phase == Phase::Lingering) {
        const bool goesOn = m_lingering.drop(count);
        m_deadline.set(m_lingering.patience());
        return goesOn;
    }
    if (count > 0)
        return true;
    m_inputEnded = true;
    watch(false, m_writable);
    return m_phase == Phase::Flushing; // a peer that has ended its input may still read
}

void DescriptorChannel::closeGently(std::unique_ptr<Channel> self,
                                    std::chrono::milliseconds flushTime)
{
    if (m_phase == Phase::Failed)
        return;
    m_context->closing.emplace(this, std::move(self));
    m_phase = Phase::Flushing;
    m_flushTime = flushTime;
    m_deadline.set(flushTime);
    m_discardsInput = true;
    watch(!m_inputEnded, m_writable);
    if (m_held.isEmpty())
        linger();
}

void DescriptorChannel::linger()
{
    m_phase = Phase::Lingering;
    ::shutdown(m_fd.get(), SHUT_WR);
    m_lingering.restart();
    // After the end of the input the channel ends in the next turn of the event loop, because the
    // caller still uses it now.
    m_deadline.set(m_inputEnded ? 0ms : m_lingering.patience());
}

/// Ends the channel. Callers must return at once, because this may be destroyed.
void DescriptorChannel::end()
{
    m_context->channels->remove(m_token);
    m_held.clear();
    const bool closing = m_context->closing.contains(this);
    m_phase = Phase::Failed;
    m_timedOut = m_timedOut || takeError(m_fd.get()) == ETIMEDOUT;
    Owner *owner = std::exchange(m_owner, nullptr);
    if (closing)
        m_context->closing.erase(this);
    else if (owner && m_timedOut)
        owner->channelTimedOut();
    else if (owner)
        owner->channelClosed();
}

} // namespace hub
