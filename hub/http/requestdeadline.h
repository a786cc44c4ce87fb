// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/http/requestframer.h"
#include "hub/net/deadlines.h"

#include <chrono>
#include <optional>

namespace hub {

struct HttpContext;

/// The current deadline of one connection. Its durations are those of HttpLimits. Hub thread only.
class RequestDeadline
{
public:
    /// `context` and `target` are not owned and outlive this.
    RequestDeadline(HttpContext *context, Deadlines::Target *target);

    /// Starts the deadline for the next request. While the peer has not read `unread` bytes of the
    /// answer before, starts the deadline for progress in reading.
    void awaitRequest(qint64 unread);

    /// Starts the deadline of the head at its first byte, and that of the body when the body is
    /// asked for. Further bytes do not extend it, so a slow sender cannot hold the connection.
    void follow(const RequestFramer &framer);

    /// Starts a deadline `wait` from now.
    void set(std::chrono::milliseconds wait);

    /// Ends the deadline.
    void clear();

private:
    HttpContext *m_context;
    Deadline m_deadline;
    std::optional<RequestFramer::Phase>
        m_phase; ///< The phase whose deadline follow() started; nullopt = none.
};

} // namespace hub
