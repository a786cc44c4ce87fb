// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/core/tokenbucket.h"

#include <QByteArray>

#include <memory>

namespace hub {

/// How fast the webhooks of one source may come, and how many of them may wait for their commit.
/// Of a source with secrets only verified webhooks count.
/// The defaults are more than a hub commits: they bound what a sender gone wild can occupy.
struct IngestLimits
{
    double ratePerS = 20'000;
    double burst = 40'000;
    int concurrent = 10'000;

    bool operator==(const IngestLimits &) const = default;
};

/// Keeps one source within its limits. Hub thread only.
class IngestGate : public std::enable_shared_from_this<IngestGate>
{
public:
    /// Held while a webhook waits for its commit.
    using Pass = std::shared_ptr<void>;

    /// What is full: the name of the bucket, and when to come again.
    struct Refusal
    {
        QByteArray bucket; ///< `source:ci` or `source:ci:concurrent`.
        int retryAfterS = 1;
    };

    IngestGate(QByteArray source, const IngestLimits &limits);

    /// A pass, or null and why in `refusal`.
    Pass enter(qint64 steadyMs, Refusal &refusal);

private:
    const QByteArray m_source;
    const IngestLimits m_limits;
    TokenBucket m_bucket;
    int m_inside = 0;
};

} // namespace hub
