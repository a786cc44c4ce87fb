// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/core/streamsink.h"
#include "hub/http/connectionledger.h"
#include "hub/http/deadlines.h"
#include "hub/http/heldbytes.h"
#include "hub/loop/epollset.h"
#include "hub/loop/uniquefd.h"

#include <optional>

namespace hub {

struct HttpContext;

/// A connection that carries a stream as a bare descriptor in the epoll set: no QObject, no timer,
/// no signal of its own while it is open. Owned by its sink, after close() by the context.
class StreamDescriptor final : private EpollSet::Handler, private Deadlines::Target
{
public:
    /// `fd` is non-blocking and connected. The context is not owned and outlives this.
    StreamDescriptor(UniqueFd fd, HttpContext *context);
    StreamDescriptor(const StreamDescriptor &) = delete;
    StreamDescriptor &operator=(const StreamDescriptor &) = delete;
    ~StreamDescriptor();

    /// Whether the epoll set took the descriptor; without it, destroy this.
    bool watched() const { return m_token != 0; }

    /// Keeps the place as long as the connection.
    void keep(ConnectionPlace place) { m_place.emplace(std::move(place)); }

    void setOwner(StreamSink::Owner *owner) { m_owner = owner; }
    void write(std::span<const QByteArray> frames);
    qint64 backlog() const { return m_held.size(); }
    qint64 bytesTaken() const { return m_taken; }

    /// Gives the connection to the context, to send what is held and then close.
    static void close(std::unique_ptr<StreamDescriptor> stream);

private:
    enum class Phase { Open, Flushing, Lingering, Failed };

    void descriptorReady(EpollSet::Events events) override;
    void deadlineReached() override;
    void sendHeld();
    void watchWritable(bool wanted);
    bool discardInput();
    void linger();
    void end();

    UniqueFd m_fd;
    HttpContext *m_context;
    std::optional<ConnectionPlace> m_place;
    StreamSink::Owner *m_owner = nullptr;
    EpollSet::Token m_token = 0;
    HeldBytes m_held;
    qint64 m_taken = 0;
    Phase m_phase = Phase::Open;
    bool m_watchesWritable = false;
    bool m_timedOut = false; ///< The system gave the peer up.
    Deadline m_deadline; ///< Runs only while closing.
};

} // namespace hub
