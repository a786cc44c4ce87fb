// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/core/deliver.h"
#include "hub/service/webhooksource.h"

#include <functional>
#include <optional>

namespace hub {

class Authenticator;
class Hub;

/// A webhook as a transport received it.
struct ReceivedWebhook
{
    Delivery delivery; ///< Not stored yet: without an id. Credentials are redacted.
    Inbound inbound; ///< The same webhook for verifiers, with its query and all headers.
    QByteArray network; ///< The network of the sender, by which its failures are counted.
    QByteArray lane; ///< The lane of the sender's user or address; see laneOf().
    bool isIdentified = false; ///< A token that lets its bearer send webhooks was verified.
};

/// Takes webhooks: verifies them, maps them to changes of jobs, stores both, and says what to
/// answer. It only refers to its parts, so it is cheap to make. Hub thread only.
class WebhookIntake
{
public:
    /// What to answer the sender.
    struct Outcome
    {
        /// Without a code the webhook was taken. Otherwise an error of the source or the store, or
        /// `unknown_source`, `no_token`, `bad_signature`, `deliveries_full` or `rate_limited`.
        Error error;
        Delivery delivery{}; ///< As stored; without an id when it was not stored.
        QByteArray bucket{}; ///< With `rate_limited`: the limit that was reached.
        std::chrono::seconds retryAfter{0}; ///< With `rate_limited`.
    };
    using Answer = std::function<void(const Outcome &)>;

    /// The parts are not owned. They outlive this object, and the hub outlives every answer.
    WebhookIntake(Hub &hub, Authenticator &authenticator, const WebhookSources &sources)
        : m_hub(hub)
        , m_authenticator(authenticator)
        , m_sources(sources)
    { }

    /// Returns why the webhook is refused before its signature is checked, or nothing: its source
    /// is not known, it needs a token, or its sender failed too often.
    std::optional<Outcome> refusal(const ReceivedWebhook &webhook);

    /// Returns whether the sender may send this body, as far as the source can verify that. Decode
    /// a body only when this is true.
    bool isVerified(const ReceivedWebhook &webhook) const;

    /// Verifies, maps and stores the webhook, then calls `answer` once, after the commit. `plain`
    /// is its body without content coding, or the error of decoding it.
    void take(const ReceivedWebhook &webhook, const Result<QByteArray> &plain, Answer answer);

    /// Stores that a webhook was refused because its body of at least `bytes` is too large. The
    /// body is not stored. The number stored for one network is limited.
    void keepTooLarge(const ReceivedWebhook &webhook, qint64 bytes);

private:
    const WebhookSource *sourceOf(const ReceivedWebhook &webhook) const;
    Outcome refuseForRate(const QByteArray &bucket, std::chrono::seconds retryAfter);
    Outcome refuseForFailures(const QByteArray &source, std::chrono::seconds retryAfter);
    void refuseSignature(const ReceivedWebhook &webhook, Deliver write, const Error &error,
                         const Answer &answer);
    void noteDropped(const Deliver &write);
    void submit(Deliver write, const Error &rejected, const IngestGate::Pass &pass,
                const QByteArray &lane, Answer answer);

    Hub &m_hub;
    Authenticator &m_authenticator;
    const WebhookSources &m_sources;
};

/// Returns the error `deliveries_full` for a webhook that had no room to wait, and tells the
/// operator which limit was reached (Delivered::full).
Error fullError(Hub &hub, const Delivered &delivered);

} // namespace hub
