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

/// The right to answer one request, now or later. Move-only; dropped without an answer it sends
/// 500. Answering after the peer has gone is harmless. Hub thread only.
class Reply
{
public:
    explicit Reply(std::shared_ptr<Exchange> exchange);
    Reply(Reply &&) noexcept;
    Reply &operator=(Reply &&) noexcept;
    ~Reply();

    /// Reads the body of `request`, whose head alone was read so far, and calls `handler` with
    /// both; at once when there is no body. `handler` outlives the answer. Answers by itself when
    /// the body is larger than `terms` allow (413), its budget is used up (503 `busy`), or it does
    /// not come in time (408).
    void withBody(const Request &request, const BodyTerms &terms,
                  const std::function<void(const Request &, Reply)> &handler);

    /// Sends the whole answer; the connection then takes its next request. A body that was not read
    /// is dropped, or ends the connection when it is long.
    void send(const Response &response);

    /// Writes a 200 `text/event-stream` head and hands the connection over as a stream. Null when
    /// the peer has gone.
    std::unique_ptr<StreamSink> stream(const QList<std::pair<QByteArray, QByteArray>> &headers);

    /// Whether the peer is still there.
    bool connected() const;

private:
    std::shared_ptr<Exchange> m_exchange; ///< Null once answered.
};

} // namespace hub
