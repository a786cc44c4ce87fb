// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/core/tokenbucket.h"

#include <QByteArray>

#include <chrono>
#include <memory>

namespace hub {

/// Limits on the rate of the webhooks of one source, and on the number that wait for their commit.
/// For a source with secrets only verified webhooks count. The defaults are above the commit rate
/// of a hub: they only bound what a faulty sender can occupy.
struct IngestLimits
{
    double ratePerS = 20'000;
    double burst = 40'000;
    int concurrent = 10'000; ///< Webhooks that wait for their commit.

    bool operator==(const IngestLimits &) const = default;
};

/// Applies the limits of one source. Hub thread only.
class IngestGate : public std::enable_shared_from_this<IngestGate>
{
public:
    /// Counts one webhook as waiting until it is destroyed. Held until the commit.
    using Pass = std::shared_ptr<void>;

    /// The limit that was reached, and the time after which the sender may retry.
    struct Refusal
    {
        QByteArray bucket; ///< `source:ci` or `source:ci:concurrent`.
        std::chrono::seconds retryAfter{1};
    };

    IngestGate(QByteArray source, const IngestLimits &limits);

    /// Returns a pass. Returns null and fills `refusal` when a limit is reached. `steadyMs` is the
    /// time on the steady clock.
    Pass enter(qint64 steadyMs, Refusal &refusal);

private:
    const QByteArray m_source;
    const IngestLimits m_limits;
    TokenBucket m_bucket;
    int m_inside = 0;
};

} // namespace hub
