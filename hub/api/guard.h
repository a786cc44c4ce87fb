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

/// Who calls, and whether they may: stands before the handlers of a router, as its Admission. Takes
/// a token from `Authorization: Bearer` or the `token` parameter, and for a stream also a ticket
/// from `ticket`; the first of them counts, and a bad one is never downgraded to none. Hub thread
/// only.
class Guard
{
public:
    using Handler = std::function<void(const Request &, Reply)>;

    /// Neither is owned, both outlive it. `notices` may be null.
    explicit Guard(Authenticator &authenticator, LimitNotices *notices = nullptr)
        : m_authenticator(authenticator)
        , m_notices(notices)
    { }

    /// Calls `handler`, now or later, with the principal in the request; or answers 401
    /// (RFC 6750 §3), 403 `insufficient_scope`, 429 or 503. An EventSource is refused with 200 and
    /// `hub.refused` in place of 429 and 503, which would end it for good. `handler` outlives the
    /// answer.
    void admit(Access access, Request request, Reply reply, const Handler &handler) const;

private:
    Response refusal(const Request &request, const Error &error) const;

    Authenticator &m_authenticator;
    LimitNotices *m_notices;
};

} // namespace hub
