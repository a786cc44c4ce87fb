// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/http/bodyterms.h"

#include <QtGlobal>

#include <chrono>

namespace hub {

/// Limits on requests and their answers. The defaults are in
/// resources/docs/configuration.md#keys-of-limits.
struct HttpLimits
{
    /// Request line and headers together; a longer head gets 431.
    qsizetype headerBytes = 16 * 1024;
    qsizetype bodyBytes = 1024 * 1024; ///< A longer body gets 413.
    qsizetype batchBodyBytes = 16 * 1024 * 1024; ///< For `/api/v1/events:batch`.
    qsizetype webhookBodyBytes = 20 * 1024 * 1024; ///< For `/api/v1/webhooks/…`.
    /// From the first byte of a request to the end of its head; then it gets 408.
    std::chrono::milliseconds headerDeadline{10'000};
    /// From the moment the hub starts to read a body to its end; then the request gets 408.
    std::chrono::milliseconds bodyDeadline{30'000};
    /// Without a request on an open connection; then the connection is closed.
    std::chrono::milliseconds idleDeadline{75'000};
    /// Without progress while the peer reads an answer; then the connection is closed.
    std::chrono::milliseconds writeDeadline{30'000};
    qsizetype streamBacklogBytes = 256 * 1024; ///< Becomes Streams::Options::gatherBytes.

    // Budgets in bytes, shared by all connections. The share of one user or network is a quarter.
    // For the two budgets of requests the share is at least the largest body.
    qint64 requestBudgetBytes = 64 * 1024 * 1024; ///< Bodies of verified callers.
    qint64 unverifiedBudgetBytes = 64 * 1024 * 1024; ///< Unfinished heads, bodies of other callers.
    qint64 answerBudgetBytes = 64 * 1024 * 1024; ///< Answers that their peers did not read yet.

    /// Returns the length limit, in bytes, of a body of this kind.
    qsizetype bodyLimit(BodyKind kind) const
    {
        switch (kind) {
        case BodyKind::Usual: break;
        case BodyKind::Batch: return batchBodyBytes;
        case BodyKind::Webhook: return webhookBodyBytes;
        }
        return bodyBytes;
    }
};

} // namespace hub
