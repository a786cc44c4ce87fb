// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/http/requestframer.h"
#include "hub/net/channel.h"

#include <QByteArray>

namespace hub {

/// Reads the bytes of one connection into a RequestFramer. Keeps the bytes behind a request, which
/// are the start of a pipelined request, until the framer takes the next one. Hub thread only.
class RequestReader
{
public:
    /// What step() did.
    enum class Step {
        Nothing, ///< There is no input now, or the limit of this turn is reached.
        Framed, ///< The framer took bytes that were read before.
        Read, ///< The framer took bytes that were read from the channel now.
    };

    /// `framer` is not owned and outlives this.
    explicit RequestReader(RequestFramer &framer) : m_framer(framer) { }

    /// Returns whether bytes of a further request were read.
    bool hasPipelined() const { return !m_input.isEmpty(); }

    /// Starts a turn of the event loop, in which one more full buffer may be read.
    void beginTurn() { m_hadItsTurn = false; }

    /// Returns whether a full buffer of 64 KiB was read in this turn. Further input waits for
    /// another turn, so that the connection does not delay the others.
    bool hadItsTurn() const { return m_hadItsTurn; }

    /// Gives the framer the bytes that were read before. Without such bytes reads once from
    /// `channel`. Call it only while the framer isUnfinished().
    Step step(Channel &channel);

    /// Turns Channel::Owner::channelReadable() on or off. Calls the channel only for a change.
    void watch(Channel &channel, bool wanted);

private:
    RequestFramer &m_framer;
    QByteArray m_input; ///< Read and not yet framed.
    bool m_hadItsTurn = false;
    bool m_watches = true;
};

} // namespace hub
