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

/// The byte connection to one peer, over a descriptor or a socket. A gate reads requests from a
/// channel and writes answers; a stream only writes. Hub thread only.
class Channel
{
public:
    /// Receives the events of a channel, from the event loop and never from within a call of the
    /// channel. Each function may destroy the channel or hand it to another owner.
    class Owner
    {
    public:
        /// There is input to read(), or the input ended. A DescriptorChannel repeats the call until
        /// the input is read or watchInput(false) is called. A SocketChannel repeats it only for
        /// new input and after watchInput(true).
        virtual void channelReadable() = 0;
        /// Some held bytes were sent; held() returns how many are left.
        virtual void channelWritten() = 0;
        /// The peer closed the connection, or the connection failed. No call follows.
        virtual void channelClosed() = 0;
        /// The peer no longer acknowledges sent bytes. No call follows.
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

    /// Sets the owner; not owned, may be null.
    void setOwner(Owner *owner) { m_owner = owner; }

    /// Reads up to `size` bytes of input and returns how many; 0 when there are none now.
    virtual qsizetype read(char *data, qsizetype size) = 0;
    /// Returns whether the peer has ended its input and all of it was read.
    virtual bool inputEnded() const = 0;
    /// Turns Owner::channelReadable() on or off. Unread input stays in bounded buffers, so that the
    /// peer has to wait.
    virtual void watchInput(bool wanted) = 0;
    /// Drops all input from now on. The end of the input then closes the channel.
    virtual void discardInput() = 0;

    /// Sends the parts in order. Holds the bytes that the socket does not accept, and sends them
    /// later.
    virtual void write(std::span<const QByteArray> parts) = 0;
    void write(const QByteArray &bytes) { write({&bytes, 1}); }
    /// Writes two parts. `body` may be empty.
    void write(const QByteArray &head, const QByteArray &body)
    {
        const std::array parts{head, body};
        write(std::span(parts).first(body.isEmpty() ? 1 : 2));
    }
    /// Returns how many bytes are held because the socket did not accept them yet.
    virtual qint64 held() const = 0;
    /// Returns how many bytes the socket has accepted in all.
    virtual qint64 taken() const = 0;

    /// Closes the connection so that the peer can still read the last bytes. Sends the held bytes
    /// while each `flushTime` brings progress, closes the sending direction, and then waits for the
    /// peer; see Lingering. The context keeps the channel meanwhile. The owner is not called again.
    static void close(std::unique_ptr<Channel> channel, std::chrono::milliseconds flushTime)
    {
        Channel *self = channel.get();
        self->m_owner = nullptr;
        self->closeGently(std::move(channel), flushTime);
    }

protected:
    /// Implements close(). `self` owns this channel.
    virtual void closeGently(std::unique_ptr<Channel> self,
                             std::chrono::milliseconds flushTime) = 0;

    Owner *m_owner = nullptr;

private:
    ConnectionPlace m_place;
    quint16 m_port;
};

} // namespace hub
