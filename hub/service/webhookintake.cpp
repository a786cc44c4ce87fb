// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/service/webhookintake.h"

#include "hub/auth/authenticator.h"
#include "hub/base/clock.h"
#include "hub/base/errorcode.h"
#include "hub/base/log.h"
#include "hub/base/utf8.h"
#include "hub/core/hub.h"
#include "hub/service/deliveryjson.h"
#include "hub/service/webhookdelivery.h"

#include <algorithm>

namespace hub {

using namespace std::chrono_literals;

namespace {

Error unknownSource()
{
    return {"unknown_source", QStringLiteral("no source is configured under this name")};
}

QByteArray outcomeWord(const Delivered &delivered)
{
    const Delivery &delivery = delivered.delivery;
    if (!delivered.full.isEmpty())
        return "full";
    const bool isTaken = delivery.verdict == DeliveryVerdict::Accepted;
    return isTaken ? toString(delivery.effect.kind) : toString(delivery.verdict);
}

void countOutcome(Hub &hub, const Delivered &delivered)
{
    hub.metrics()
        .counter("hub_webhooks_total", "Webhooks received, by source and outcome.",
                 "source=\"" + delivered.delivery.source + "\",outcome=\"" + outcomeWord(delivered)
                     + '"')
        .add();
}

void announce(Hub &hub, const Delivery &delivery)
{
    hub.announce("hub.delivery", toJson(delivery, hub.store().epoch()));
    qCInfo(lcSource).noquote() << QStringLiteral("webhook %1: delivery %2 %3, job %4, %5")
                                      .arg(fromUtf8(delivery.source))
                                      .arg(delivery.id)
                                      .arg(
                                          QString::fromLatin1(toString(delivery.verdict)),
                                          fromUtf8(delivery.jobId.isEmpty() ? "-" : delivery.jobId),
                                          fromUtf8(toString(delivery.effect)));
}

/// Returns what to answer once the write is committed or has failed. `rejected` is the error that
/// the source found.
WebhookIntake::Outcome outcomeOf(Hub &hub, const Result<Delivered> &delivered,
                                 const Error &rejected)
{
    if (!delivered && rejected.code == errorcode::badSignature) // a repeat of it would fail as well
        return {rejected};
    if (!delivered)
        return {delivered.error()};
    countOutcome(hub, *delivered);
    if (!delivered->full.isEmpty())
        return {fullError(hub, *delivered)};
    announce(hub, delivered->delivery);
    return {rejected, delivered->delivery};
}

/// Returns the name under which the failures of this sender are counted: its source and network.
QByteArray senderOf(const ReceivedWebhook &webhook)
{
    return webhook.delivery.source + ' ' + webhook.network;
}

/// The price of checking a signature over `bytes`, in checks.
qint64 checksFor(qsizetype bytes)
{
    constexpr qsizetype bytesOfCheck = 16 * 1024; // hashed in about the time of a signature
    return 1 + bytes / bytesOfCheck;
}

/// Returns whether the signature of a sender may be checked: always within its limit of failures,
/// above it at a slow rate, so that one sender does not lock out another of the same address.
bool mayCheck(FailureLimiter &failures, const QByteArray &sender, qsizetype bytes)
{
    return failures.retryAfter(sender) == 0s || failures.takeChecks(checksFor(bytes));
}

} // namespace

Error fullError(Hub &hub, const Delivered &delivered)
{
    hub.notices().reached(
        delivered.full,
        QStringLiteral(
            "a webhook of the source %1 was refused: too many webhooks wait for their jobs")
            .arg(fromUtf8(delivered.delivery.source)));
    return {errorcode::deliveriesFull,
            QStringLiteral("%1: too many webhooks wait for their jobs; send it again later")
                .arg(QString::fromLatin1(delivered.full))};
}

const WebhookSource *WebhookIntake::sourceOf(const ReceivedWebhook &webhook) const
{
    const auto found = m_sources.find(webhook.delivery.source);
    return found == m_sources.end() ? nullptr : &found->second;
}

std::optional<WebhookIntake::Outcome> WebhookIntake::refusal(const ReceivedWebhook &webhook)
{
    const WebhookSource *source = sourceOf(webhook);
    if (!source)
        return Outcome{unknownSource()};
    if (!source->verifier && !webhook.isIdentified && !m_authenticator.isKeyless())
        return Outcome{
            {errorcode::noToken,
             QStringLiteral("this source has no secrets: only admins may send webhooks to it")}};
    FailureLimiter &failures = m_authenticator.senderFailures();
    const QByteArray sender = senderOf(webhook);
    if (source->verifier && !mayCheck(failures, sender, webhook.delivery.body.size()))
        return refuseForFailures(webhook.delivery.source, failures.retryAfter(sender));
    return std::nullopt;
}

bool WebhookIntake::isVerified(const ReceivedWebhook &webhook) const
{
    const WebhookSource *source = sourceOf(webhook);
    return source && (!source->verifier || source->verifier->verify(webhook.inbound).accepted());
}

void WebhookIntake::take(const ReceivedWebhook &webhook, const Result<QByteArray> &plain,
                         Answer answer)
{
    const WebhookSource *source = sourceOf(webhook);
    if (!source) // a reload removed it while the body was decoded
        return answer({unknownSource()});
    auto [write, rejected] = takeDelivery(*source, webhook.delivery, webhook.inbound, plain);
    if (rejected.code == errorcode::badSignature)
        return refuseSignature(webhook, std::move(write), rejected, answer);
    IngestGate::Refusal refusal;
    const IngestGate::Pass pass = source->gate->enter(m_hub.clock().steadyMs(), refusal);
    if (!pass)
        return answer(refuseForRate(refusal.bucket, refusal.retryAfter));
    noteDropped(write);
    if (!m_authenticator.isKeyless())
        limitReach(m_sources, webhook.delivery.source, write);
    // A verified sender has the share of its source. Others have the share of their address, so
    // that they take nothing from the source.
    const QByteArray lane = source->verifier ? "source/" + webhook.delivery.source : webhook.lane;
    submit(std::move(write), rejected, pass, lane, std::move(answer));
}

void WebhookIntake::keepTooLarge(const ReceivedWebhook &webhook, qint64 bytes)
{
    const QByteArray &name = webhook.delivery.source;
    m_hub.notices().reached("webhook_body_bytes",
                            QStringLiteral("a webhook of at least %1 bytes to %2 was refused")
                                .arg(bytes)
                                .arg(fromUtf8(name)));
    // The sender is not verified, so the number stored is limited like that of wrong signatures.
    FailureLimiter &failures = m_authenticator.senderFailures();
    const QByteArray sender = name + " too large " + webhook.network;
    const bool isKept = failures.retryAfter(sender) == 0s;
    failures.fail(sender);
    Deliver write = tooLargeDelivery(webhook.delivery, bytes);
    if (!isKept)
        return countOutcome(m_hub, Delivered{{}, std::move(write.delivery)});
    m_hub.deliver(
        std::move(write),
        [&hub = m_hub](const Result<Delivered> &delivered) {
            if (!delivered)
                return;
            countOutcome(hub, *delivered);
            hub.announce("hub.delivery", toJson(delivered->delivery, hub.store().epoch()));
        },
        webhook.lane);
}

WebhookIntake::Outcome WebhookIntake::refuseForRate(const QByteArray &bucket,
                                                    std::chrono::seconds retryAfter)
{
    m_hub.metrics()
        .counter("hub_rate_limited_total",
                 "Requests refused because a limit was reached, by limit.",
                 "bucket=\"" + bucket + '"')
        .add();
    return {{errorcode::rateLimited, {}}, {}, bucket, retryAfter};
}

WebhookIntake::Outcome WebhookIntake::refuseForFailures(const QByteArray &source,
                                                        std::chrono::seconds retryAfter)
{
    m_hub.notices().reached(
        "failures_per_address",
        QStringLiteral("a webhook to %1 was refused after too many wrong signatures")
            .arg(fromUtf8(source)));
    return refuseForRate("source:" + source + ":failures", std::max(1s, retryAfter));
}

/// A wrong signature takes nothing from the share of signed webhooks. It is stored and explained
/// until there are too many from one network.
void WebhookIntake::refuseSignature(const ReceivedWebhook &webhook, Deliver write,
                                    const Error &error, const Answer &answer)
{
    FailureLimiter &failures = m_authenticator.senderFailures();
    const QByteArray sender = senderOf(webhook);
    const std::chrono::seconds retryAfter = failures.retryAfter(sender);
    failures.fail(sender);
    if (retryAfter > 0s)
        return answer(refuseForFailures(webhook.delivery.source, retryAfter));
    submit(std::move(write), error, nullptr, webhook.lane, answer);
}

/// Tells the operator about members that were left out, because the sender's answer does not.
void WebhookIntake::noteDropped(const Deliver &write)
{
    for (const JobChange &change : write.changes) {
        if (change.dropped > 0) {
            m_hub.notices().reached("unknown_members",
                                    QStringLiteral("%1 members of a webhook of %2 were left out")
                                        .arg(change.dropped)
                                        .arg(fromUtf8(write.delivery.source)));
        }
    }
}

/// Commits the delivery, then answers its sender. Holds `pass` until the commit.
void WebhookIntake::submit(Deliver write, const Error &rejected, const IngestGate::Pass &pass,
                           const QByteArray &lane, Answer answer)
{
    m_hub.deliver(
        std::move(write),
        [&hub = m_hub, pass, rejected, answer = std::move(answer)](
            const Result<Delivered> &delivered) { answer(outcomeOf(hub, delivered, rejected)); },
        lane);
}

} // namespace hub
