// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QtGlobal>

#include <span>

namespace hub {

/// The connection of a stream, as the core sees it. Hub thread only.
class StreamSink
{
public:
    /// Receives what happens to the socket. Called from the event loop, never from within a call of
    /// the sink.
    class Owner
    {
    public:
        /// The backlog has become zero.
        virtual void sinkDrained() = 0;
        /// The peer left or the socket failed. No call follows. The owner may destroy the sink in
        /// this call.
        virtual void sinkClosed() = 0;
        /// Like sinkClosed(), when the peer no longer acknowledges what was sent.
        virtual void sinkTimedOut() { sinkClosed(); }

    protected:
        ~Owner() = default;
    };

    virtual ~StreamSink() = default;

    /// Sets the owner, which is not owned by the sink. Call it once, before anything else.
    virtual void setOwner(Owner *owner) = 0;

    /// Sends the frames in order, in one gathered write where the system supports it. Frames that
    /// the socket does not take are held (shared, not copied) and count as backlog. No effect after
    /// close().
    virtual void write(std::span<const QByteArray> frames) = 0;

    /// Returns the number of bytes held because the socket has not taken them yet.
    virtual qint64 backlog() const = 0;

    /// Returns the number of bytes that the socket took since it was opened.
    virtual qint64 bytesTaken() const = 0;

    /// Ends the stream. Held bytes are still sent for a short time, also when the sink is destroyed
    /// meanwhile. Then the connection is closed. The owner is not called again. Closing twice is
    /// allowed. Destroying a sink that was not closed drops held bytes.
    virtual void close() = 0;
};

} // namespace hub
