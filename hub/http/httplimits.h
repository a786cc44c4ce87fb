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
    qsizetype headerBytes = 16 * 1024; ///< Request line and headers together; more is 431.
    qsizetype bodyBytes = 1024 * 1024; ///< More is 413.
    qsizetype batchBodyBytes = 16 * 1024 * 1024; ///< For `/api/v1/events:batch`.
    qsizetype webhookBodyBytes = 20 * 1024 * 1024; ///< For `/api/v1/webhooks/…`.
    std::chrono::milliseconds headerDeadline{10'000}; ///< From the first byte; then 408.
    std::chrono::milliseconds bodyDeadline{30'000};
    std::chrono::milliseconds idleDeadline{75'000}; ///< Keep-alive without a request.
    /// The peer reads nothing of an answer for so long; then the connection is closed.
    std::chrono::milliseconds writeDeadline{30'000};
    qsizetype streamBacklogBytes = 256 * 1024;

    // Budgets of all connections together. One address, or one user, may hold a quarter.
    qint64 requestBudgetBytes = 64 * 1024 * 1024; ///< Unfinished bodies of known callers.
    qint64 unverifiedBudgetBytes = 64 * 1024 * 1024; ///< Unfinished heads, and bodies of others.
    qint64 answerBudgetBytes = 64 * 1024 * 1024; ///< Answers that their peers did not read yet.

    /// The longest body of this kind.
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
