// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/service/tokenrevocation.h"

#include "hub/auth/authenticator.h"
#include "hub/core/hub.h"
#include "hub/service/audit.h"

namespace hub {

namespace {

bool isOf(const Revocation &revocation, const StreamRequest &stream)
{
    return revocation.tokenId.isEmpty() ? stream.user == revocation.subject
                                        : stream.tokenId == revocation.tokenId;
}

} // namespace

QByteArray whatOf(const Revocation &revocation)
{
    return revocation.tokenId.isEmpty() ? "sub " + revocation.subject : "jti " + revocation.tokenId;
}

void revoke(Hub &hub, Authenticator &authenticator, const Revocation &revocation,
            const Actor &actor, std::function<void(const Result<int> &)> answer)
{
    const Result<void> added =
        authenticator.revocations().add(revocation.tokenId, revocation.subject, revocation.untilMs);
    if (!added) {
        audit(hub, actor, "revoke", whatOf(revocation), "refused: " + added.error().code);
        return answer(added.error());
    }
    const int closed = hub.closeStreamsIf(CloseReason::Revoked, [&](const Subscriber &subscriber) {
        return isOf(revocation, subscriber.request());
    });
    audit(hub, actor, "revoke", whatOf(revocation), QByteArray::number(closed) + " closed");
    hub.revoke(
        revocation,
        [closed, answer = std::move(answer)](const Result<void> &stored) {
            answer(stored ? Result<int>(closed) : Result<int>(stored.error()));
        },
        actor.lane);
}

} // namespace hub
