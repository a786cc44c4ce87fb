// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/net/connectionledger.h"

#include <QByteArray>

#include <array>
#include <chrono>
#include <memory>
#include <span>

namespace hub {

/// The bytes to and from one peer, whatever carries them: a gate reads requests from it and writes
/// answers, a stream only writes. Hub thread only.
class Channel
{
public:
    /// Told about the channel, from the event loop and never from within a call of it. The channel
    /// may be destroyed or handed on in any of these.
    class Owner
    {
    public:
        /// There is something to read(), or the input ended. Comes again until it was read or
        /// watchInput() turned it off.
        virtual void channelReadable() = 0;
        /// Some of what was held went out; held() says what is left.
        virtual void channelWritten() = 0;
        /// The peer is gone or the connection failed. The last call.
        virtual void channelClosed() = 0;
        /// The same, when the peer vanished: what was sent is not acknowledged any more.
        virtual void channelTimedOut() { channelClosed(); }

    protected:
        ~Owner() = default;
    };

    Channel(ConnectionPlace place, quint16 peerPort) : m_place(std::move(place)), m_port(peerPort)
    { }
    virtual ~Channel() = default;
    Q_DISABLE_COPY_MOVE(Channel)

    ConnectionPlace &place() { return m_place; }
    quint16 peerPort() const { return m_port; }

    /// Not owned; null = nobody.
    void setOwner(Owner *owner) { m_owner = owner; }

    /// Up to `size` bytes that came; 0 when there are none now.
    virtual qsizetype read(char *data, qsizetype size) = 0;
    /// The peer will send nothing more, and all of it was read.
    virtual bool inputEnded() const = 0;
    /// Whether the owner is told of input. What is not read stays with the system, bounded.
    virtual void watchInput(bool wanted) = 0;
    /// From now on what comes is dropped, and the end of it closes the channel.
    virtual void discardInput() = 0;

    /// Sends the parts in order; what the socket does not take is held (shared, not copied).
    virtual void write(std::span<const QByteArray> parts) = 0;
    void write(const QByteArray &bytes) { write({&bytes, 1}); }
    /// The same with two parts, the second of which may be empty.
    void write(const QByteArray &head, const QByteArray &body)
    {
        const std::array parts{head, body};
        write(std::span(parts).first(body.isEmpty() ? 1 : 2));
    }
    /// Bytes held because the socket did not take them yet.
    virtual qint64 held() const = 0;
    /// Bytes that the socket took.
    virtual qint64 taken() const = 0;

    /// Ends the connection so that the peer can read our last bytes: sends what is held as long as
    /// that makes progress within `flushTime`, closes our direction and waits a short while for the
    /// peer's. A plain close with unread input would send a reset that destroys the answer. The
    /// context keeps the channel meanwhile; its owner is told nothing more.
    static void close(std::unique_ptr<Channel> channel, std::chrono::milliseconds flushTime)
    {
        Channel *self = channel.get();
        self->m_owner = nullptr;
        self->closeGently(std::move(channel), flushTime);
    }

protected:
    virtual void closeGently(std::unique_ptr<Channel> self,
                             std::chrono::milliseconds flushTime) = 0;

    Owner *m_owner = nullptr;

private:
    ConnectionPlace m_place;
    quint16 m_port;
};

} // namespace hub
