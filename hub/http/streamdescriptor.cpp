// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/http/streamdescriptor.h"

#include "hub/http/httpcontext.h"

#include <sys/socket.h>

#include <array>
#include <cerrno>

namespace hub {

using namespace std::chrono_literals;

namespace {

constexpr std::chrono::milliseconds closingTime =
    2s; ///< To send what is held, and again to linger.
constexpr int mostReads = 16; ///< Each turn, so that a flood of input on one stream starves nobody.

int takeError(int fd)
{
    int error = 0;
    socklen_t size = sizeof error;
    return ::getsockopt(fd, SOL_SOCKET, SO_ERROR, &error, &size) == 0 ? error : 0;
}

} // namespace

StreamDescriptor::StreamDescriptor(UniqueFd fd, HttpContext *context)
    : m_fd(std::move(fd))
    , m_context(context)
    , m_token(context->streams.add(m_fd.get(), EpollSet::Event::Readable, this))
    , m_deadline(&context->deadlines, this)
{ }

StreamDescriptor::~StreamDescriptor()
{
    m_context->streams.remove(m_token);
}

void StreamDescriptor::write(std::span<const QByteArray> frames)
{
    if (m_phase != Phase::Open)
        return;
    const bool full = !m_held.isEmpty();
    m_held.append(frames);
    if (!full)
        sendHeld();
}

/// Leaves the phase at Failed when the socket is broken; the owner learns of it from the event
/// loop.
void StreamDescriptor::sendHeld()
{
    switch (m_held.sendTo(m_fd.get(), m_taken)) {
    case HeldBytes::Outcome::All: watchWritable(false); break;
    case HeldBytes::Outcome::Full: watchWritable(true); break;
    case HeldBytes::Outcome::Failed:
        m_timedOut = errno == ETIMEDOUT;
        m_held.clear();
        m_phase = Phase::Failed;
        m_context->streams.fail(m_token);
        break;
    }
}

void StreamDescriptor::watchWritable(bool wanted)
{
    if (m_watchesWritable == wanted)
        return;
    m_watchesWritable = wanted;
    EpollSet::Events interest = EpollSet::Event::Readable;
    interest.setFlag(EpollSet::Event::Writable, wanted);
    m_context->streams.modify(m_token, interest);
}

void StreamDescriptor::descriptorReady(EpollSet::Events events)
{
    using Event = EpollSet::Event;
    const bool lingering = m_phase == Phase::Lingering;
    if (events & (Event::HangUp | Event::Failed) || (!lingering && (events & Event::PeerClosed)))
        return end();
    if ((events & (Event::Readable | Event::PeerClosed)) && !discardInput())
        return end();
    if (!(events & Event::Writable) || m_held.isEmpty())
        return;
    const qint64 before = m_taken;
    sendHeld();
    if (m_phase == Phase::Flushing && m_taken > before)
        m_deadline.set(closingTime); // slow, but it moves
    if (!m_held.isEmpty() || m_phase == Phase::Failed)
        return;
    if (m_phase == Phase::Flushing)
        linger();
    else if (m_owner)
        m_owner->sinkDrained(); // may destroy this
}

/// False at the end of the input or on an error. What a stream's peer sends means nothing.
bool StreamDescriptor::discardInput()
{
    std::array<char, 4096> ignored;
    for (int i = 0; i < mostReads; ++i) {
        const ssize_t count = ::recv(m_fd.get(), ignored.data(), ignored.size(), MSG_DONTWAIT);
        if (count == 0)
            return false;
        if (count < 0)
            return errno == EAGAIN || errno == EWOULDBLOCK || errno == EINTR;
    }
    return true;
}

void StreamDescriptor::close(std::unique_ptr<StreamDescriptor> stream)
{
    StreamDescriptor *self = stream.get();
    self->m_owner = nullptr;
    if (self->m_phase == Phase::Failed)
        return;
    self->m_context->closing.emplace(self, std::move(stream));
    self->m_phase = Phase::Flushing;
    self->m_deadline.set(closingTime);
    if (self->m_held.isEmpty())
        self->linger();
}

/// Waits for the peer's end, so that closing with unread input does not reset what it still has to
/// read.
void StreamDescriptor::linger()
{
    m_phase = Phase::Lingering;
    ::shutdown(m_fd.get(), SHUT_WR);
    m_deadline.set(closingTime);
}

void StreamDescriptor::deadlineReached()
{
    end();
}

/// The last thing any call does: it leads to the destruction of this.
void StreamDescriptor::end()
{
    m_context->streams.remove(m_token);
    m_held.clear();
    if (m_phase == Phase::Open || (m_phase == Phase::Failed && m_owner)) {
        m_phase = Phase::Failed;
        m_timedOut = m_timedOut || takeError(m_fd.get()) == ETIMEDOUT;
        m_fd.reset();
        m_place.reset();
        if (m_owner && m_timedOut)
            m_owner->sinkTimedOut();
        else if (m_owner)
            m_owner->sinkClosed();
        return;
    }
    m_context->closing.erase(this);
}

} // namespace hub
