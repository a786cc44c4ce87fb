// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/api/guard.h"

#include "hub/api/answers.h"
#include "hub/auth/authenticator.h"
#include "hub/base/errorcode.h"
#include "hub/core/controlframes.h"
#include "hub/core/limitnotices.h"

namespace hub {

using namespace std::chrono_literals;

namespace {

/// Returns the token of `Authorization: Bearer`; empty for any other scheme.
QByteArray bearerOf(const Request &request)
{
    const QByteArray value = request.header("authorization");
    const QByteArrayView scheme("bearer ");
    const bool isBearer = QByteArrayView(value)
                              .first(std::min(value.size(), scheme.size()))
                              .compare(scheme, Qt::CaseInsensitive)
                          == 0;
    return isBearer ? value.mid(scheme.size()).trimmed() : QByteArray();
}

bool mayCall(Access access, const Principal &principal)
{
    switch (access) {
    case Access::Open: return true;
    case Access::Read:
    case Access::Stream: return principal.may(Permission::Read);
    case Access::Publish: return principal.may(Permission::Publish);
    case Access::Notify:
        return principal.may(Permission::Publish) || principal.may(Permission::Notify);
    case Access::Admin: break;
    }
    return principal.isAdmin();
}

QByteArray scopeOf(Access access)
{
    switch (access) {
    case Access::Open:
    case Access::Read:
    case Access::Stream: return "read";
    case Access::Publish: return "publish";
    case Access::Notify: return "notify";
    case Access::Admin: break;
    }
    return "admin";
}

/// Returns whether the caller accepts an event stream, as an EventSource does.
bool wantsStream(const Request &request)
{
    return request.header("accept").contains("text/event-stream");
}

/// Returns a stream that has only `hub.refused` and a `retry:` field. An EventSource reconnects
/// after that time.
Response softRefusal(const QByteArray &bucket, std::chrono::seconds retry)
{
    return Response::text(200, "text/event-stream; charset=utf-8", control::refused(bucket, retry))
        .with("Cache-Control", "no-store");
}

} // namespace

Response Guard::refusal(const Request &request, const Error &error) const
{
    const bool tooMany = error.code == errorcode::tooManyFailures;
    if (!tooMany && error.code != "keys_unavailable")
        return unidentifiedProblem(error);
    if (tooMany && m_notices)
        m_notices->reached("failures_per_address",
                           QStringLiteral("a token from %1 was refused after too many failures")
                               .arg(request.client.toString()));
    const std::chrono::seconds retryAfter =
        std::max(1s, m_authenticator.retryAfter(request.network));
    if (wantsStream(request))
        return softRefusal(error.code, retryAfter);
    return Response::problem(tooMany ? 429 : 503, error)
        .with("Retry-After", QByteArray::number(qint64{retryAfter.count()}));
}

void Guard::admit(Access access, Request request, Reply reply, const Handler &handler) const
{
    if (access == Access::Open || m_authenticator.isKeyless())
        return handler(request, std::move(reply));
    const QByteArray network = request.network;
    const QByteArray ticket = request.parameter("ticket");
    QByteArray token = bearerOf(request);
    if (token.isEmpty())
        token = request.parameter("token");
    const auto held =
        std::make_shared<std::pair<Request, Reply>>(std::move(request), std::move(reply));
    const Authenticator::Answer judge = [this, access, held,
                                         &handler](const Result<Principal> &principal) {
        auto &[asked, answer] = *held;
        if (!principal)
            return answer.send(refusal(asked, principal.error()));
        if (!mayCall(access, *principal))
            return answer.send(missingScopeProblem(scopeOf(access)));
        asked.principal = std::make_shared<const Principal>(*principal);
        handler(asked, std::move(answer));
    };
    if (!token.isEmpty())
        m_authenticator.authenticate(token, network, judge);
    else if (!ticket.isEmpty() && access == Access::Stream)
        judge(m_authenticator.redeemTicket(ticket));
    else
        judge(Error{errorcode::noToken,
                    QStringLiteral("a token is required: send Authorization: Bearer …")});
}

} // namespace hub
