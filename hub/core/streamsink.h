// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QtGlobal>

#include <span>

namespace hub {

/// The socket end of a stream, as the core sees it. Hub thread only.
class StreamSink
{
public:
    /// Told about the socket; never called from within a call of the sink, always from the event
    /// loop.
    class Owner
    {
    public:
        /// The backlog went to zero after it had been more.
        virtual void sinkDrained() = 0;
        /// The peer is gone or the socket failed; no call after this one. The sink may be destroyed
        /// in it.
        virtual void sinkClosed() = 0;
        /// The same, when the peer vanished: what was sent is not acknowledged any more.
        virtual void sinkTimedOut() { sinkClosed(); }

    protected:
        ~Owner() = default;
    };

    virtual ~StreamSink() = default;

    /// Who is told; not owned. Set once, before anything else.
    virtual void setOwner(Owner *owner) = 0;

    /// Sends the frames in order, in one gathered write where the system has it; what the socket
    /// does not take is held (shared, not copied) and counts as backlog. No effect after close().
    virtual void write(std::span<const QByteArray> frames) = 0;

    /// Bytes held because the socket did not take them yet.
    virtual qint64 backlog() const = 0;

    /// Bytes that the socket took since it was opened.
    virtual qint64 bytesTaken() const = 0;

    /// Ends the stream: what is held is still sent for a short while, then the connection is
    /// closed, also when the sink is destroyed meanwhile. No owner call follows. Idempotent;
    /// destroying a sink that was not closed drops what is held.
    virtual void close() = 0;
};

} // namespace hub
