// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/service/deliveryreplay.h"

#include "hub/base/clock.h"
#include "hub/core/hub.h"
#include "hub/service/audit.h"
#include "hub/service/deliveryjson.h"
#include "hub/service/webhookdelivery.h"
#include "hub/service/webhookintake.h"

namespace hub {

namespace {

/// A refused delivery must have a right signature by the current secrets. Others were verified when
/// they were received.
Result<void> mayReplay(const WebhookSource &source, const Delivery &kept)
{
    if (!kept.bodyKept)
        return Error{"not_repeatable", QStringLiteral("the body was too large and was not stored")};
    if (kept.verdict != DeliveryVerdict::Refused || !source.verifier)
        return {};
    if (!source.verifier->isRepeatable())
        return Error{"not_repeatable",
                     QStringLiteral("it was refused, and the credential of its sender was not "
                                    "stored, so it cannot be checked again")};
    const Verdict verdict = source.verifier->verify(inboundOf(kept));
    if (verdict.accepted())
        return {};
    return Error{"not_repeatable",
                 QStringLiteral("it was refused, and the current secrets refuse it, too: ")
                     + verdict.reason};
}

Delivery copyOf(const Delivery &kept, qint64 nowMs)
{
    Delivery again = kept;
    again.id = 0;
    again.effect = {};
    again.jobId.clear();
    again.event = {};
    again.replayOf = kept.id;
    again.receivedMs = nowMs;
    return again;
}

} // namespace

Result<Deliver> DeliveryReplay::prepare(const Delivery &kept, const Result<QByteArray> &plain) const
{
    const auto source = m_sources.find(kept.source);
    if (source == m_sources.end())
        return Error{"unknown_source",
                     QStringLiteral("the source of this delivery is no longer configured")};
    if (const auto allowed = mayReplay(source->second, kept); !allowed)
        return allowed.error();
    auto [write, rejected] =
        mapDelivery(source->second, copyOf(kept, m_hub.clock().wallMs()), inboundOf(kept), plain);
    if (!rejected.code.isEmpty())
        return rejected;
    if (!m_isKeyless)
        limitReach(m_sources, kept.source, write);
    return std::move(write);
}

void DeliveryReplay::replay(const Delivery &kept, const Result<QByteArray> &plain,
                            const Actor &actor, Answer answer)
{
    const auto finish = [&hub = m_hub, actor, id = kept.id,
                         answer = std::move(answer)](const Result<Delivery> &result) {
        audit(hub, actor, "replay", "delivery " + QByteArray::number(id),
              result ? toString(result->effect) : "refused: " + result.error().code);
        answer(result);
    };
    Result<Deliver> write = prepare(kept, plain);
    if (!write)
        return finish(write.error());
    m_hub.deliver(
        std::move(*write),
        [&hub = m_hub, finish](const Result<Delivered> &delivered) {
            if (!delivered)
                return finish(delivered.error());
            if (!delivered->full.isEmpty())
                return finish(fullError(hub, *delivered));
            hub.announce("hub.delivery", toJson(delivered->delivery, hub.store().epoch()));
            finish(delivered->delivery);
        },
        actor.lane);
}

} // namespace hub
