// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/wire/event.h"

namespace model {

/// One request to the hub, except that several publishes may share a batch. Its serial number makes
/// it unique and is its idempotency key.
struct Submission
{
    enum class Way { Create, Publish, Notify, Webhook };

    int serial = 0;
    Way way = Way::Publish;
    QByteArray target; ///< The job id, or the user of a notification.
    hub::EventType type = hub::EventType::Log;
    std::optional<double> progress;
    std::optional<int> attempt;
    hub::JobKind kind = hub::JobKind::Generic; ///< The kind of a created job.
    QByteArray owner; ///< The owner of a created job.
    qsizetype padding = 0; ///< Extra bytes, for a large event.

    hub::EventId headBefore; ///< The newest id known before it was sent.
    bool sentBefore = false; ///< Sent before without an answer; it may have been accepted then.
    hub::EventId event{}; ///< The id of the event that it became.
};

/// The hub's answer to one submission.
struct Ack
{
    int status = 0;
    bool duplicate = false;
    bool ignored = false;
    hub::EventId event{};
};

/// The HTTP request for the submissions. Several publishes become one batch.
QByteArray requestBytes(const std::vector<Submission> &submissions);

/// One answer for each submission; nullopt when the response is malformed.
std::optional<std::vector<Ack>> readAcks(const std::vector<Submission> &submissions, int status,
                                         const QByteArray &body);

} // namespace model
