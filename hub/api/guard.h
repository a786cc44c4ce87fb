// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/http/access.h"
#include "hub/http/reply.h"
#include "hub/http/request.h"

#include <functional>

namespace hub {

class Authenticator;
class LimitNotices;

/// Authenticates and authorizes callers; the Router::Admission of the hub. Reads the token from
/// `Authorization: Bearer`, then from the `token` parameter. For a stream it also accepts a ticket
/// from the `ticket` parameter. The first of them that is present counts; if it is invalid, the
/// request is refused. Hub thread only.
class Guard
{
public:
    using Handler = std::function<void(const Request &, Reply)>;

    /// Both are not owned and outlive this. `notices` may be null.
    explicit Guard(Authenticator &authenticator, LimitNotices *notices = nullptr)
        : m_authenticator(authenticator)
        , m_notices(notices)
    { }

    /// Calls `handler`, now or later, with Request::principal set. Otherwise answers 401 (RFC 6750
    /// section 3), 403 `insufficient_scope`, 429 or 503. An EventSource gets 200 and `hub.refused`
    /// instead of 429 and 503, because these would end it for good. On a hub without keys, and for
    /// Access::Open, the principal stays null. `handler` is not owned and outlives the answer.
    void admit(Access access, Request request, Reply reply, const Handler &handler) const;

private:
    Response refusal(const Request &request, const Error &error) const;

    Authenticator &m_authenticator;
    LimitNotices *m_notices;
};

} // namespace hub
