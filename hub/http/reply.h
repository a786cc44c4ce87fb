// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/core/streamsink.h"
#include "hub/http/bodyterms.h"
#include "hub/http/response.h"

#include <functional>
#include <memory>

namespace hub {

class Exchange;
struct Request;

/// The right to answer one request once, now or later. Move-only. A reply that is destroyed without
/// an answer sends 500. An answer after the connection has ended has no effect. Hub thread only.
class Reply
{
public:
    explicit Reply(std::shared_ptr<Exchange> exchange);
    Reply(Reply &&) noexcept;
    Reply &operator=(Reply &&) noexcept;
    ~Reply();

    /// Reads the body of `request` and calls `handler` with the whole request; at once when no body
    /// follows. `handler` is not owned and outlives the answer. Answers the request itself when the
    /// body cannot be read: 400 (malformed), 408 (too late), 413 (larger than `terms` allow), 415
    /// (unknown content coding) or 503 `busy` (no budget).
    void withBody(const Request &request, const BodyTerms &terms,
                  const std::function<void(const Request &, Reply)> &handler);

    /// Sends the whole answer; the connection then reads its next request. An unread body is read
    /// and dropped first. If it is longer than 64 KiB or of unknown length, the connection closes
    /// instead.
    void send(const Response &response);

    /// Writes a 200 `text/event-stream` head and returns the connection as a stream. Returns null
    /// when the connection has ended, and for a HEAD request, which gets the head only.
    std::unique_ptr<StreamSink> stream(const QList<std::pair<QByteArray, QByteArray>> &headers);

    /// Returns whether the request is unanswered and its connection is still open.
    bool connected() const;

private:
    std::shared_ptr<Exchange> m_exchange; ///< Null once answered.
};

} // namespace hub
