// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/wire/event.h"

namespace model {

/// Something told to the hub. Its number makes it unlike every other, and is its idempotency key.
struct Submission
{
    enum class Way { Create, Publish, Notify, Webhook };

    int serial = 0;
    Way way = Way::Publish;
    QByteArray target; ///< The job, or the user of a notification.
    hub::EventType type = hub::EventType::Log;
    std::optional<double> progress;
    std::optional<int> attempt;
    hub::JobKind kind = hub::JobKind::Generic; ///< Of a job created.
    QByteArray owner; ///< Likewise.
    qsizetype padding = 0; ///< Bytes that make it large.

    hub::EventId headBefore; ///< The newest id known when it was first sent.
    bool sentBefore = false; ///< The hub died over it once: it may have been accepted then.
    hub::EventId event{}; ///< That it became.
};

/// The hub's answer to it.
struct Ack
{
    int status = 0;
    bool duplicate = false;
    bool ignored = false;
    hub::EventId event{};
};

/// The request that tells it; several publishes go in one batch.
QByteArray requestBytes(const std::vector<Submission> &submissions);

/// One for each submission; nothing when the answer is not as it should be.
std::optional<std::vector<Ack>> readAcks(const std::vector<Submission> &submissions, int status,
                                         const QByteArray &body);

} // namespace model
