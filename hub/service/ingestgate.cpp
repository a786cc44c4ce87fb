// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/service/ingestgate.h"

namespace hub {

IngestGate::IngestGate(QByteArray source, const IngestLimits &limits)
    : m_source(std::move(source))
    , m_limits(limits)
    , m_bucket(limits.ratePerS, limits.burst)
{ }

IngestGate::Pass IngestGate::enter(qint64 steadyMs, Refusal &refusal)
{
    if (m_inside >= m_limits.concurrent) {
        refusal = {"source:" + m_source + ":concurrent", std::chrono::seconds{1}};
        return nullptr;
    }
    if (!m_bucket.take(steadyMs)) {
        refusal = {"source:" + m_source, m_bucket.timeToNext(steadyMs)};
        return nullptr;
    }
    ++m_inside;
    // The pass keeps this gate alive when a reload replaces it.
    return {this, [gate = shared_from_this()](void *) { --gate->m_inside; }};
}

} // namespace hub
