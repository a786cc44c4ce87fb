// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/sim/chance.h"
#include "app/sim/script.h"

#include <QJsonArray>

namespace sim {

/// Percentages of jobs in which something goes wrong.
struct Mishaps
{
    int failures = 12;
    int duplicates = 10; ///< A webhook arrives twice.
    int late = 6; ///< A webhook arrives again after its job has ended.
    int outOfOrder = 6; ///< A webhook overtakes the one before it.
    /// A webhook comes with a wrong signature first. Only for sources whose secret is known.
    int wrongSignatures = 0;
};

/// Writes the scripts of one kind of job. Has no effects other than the random draws.
class Producer
{
public:
    virtual ~Producer() = default;

    virtual Script script(Chance &chance) const = 0;
};

/// `POST /api/v1/jobs`
Step create(const QJsonObject &body);
/// `POST /api/v1/jobs/{job}/events`
Step publish(const QString &job, std::chrono::milliseconds after, const QJsonObject &body);
/// `POST /api/v1/webhooks/{source}`
Step webhook(const QString &source, std::chrono::milliseconds after, const QJsonObject &body);

/// Adds mishaps that can happen to any producer's webhooks: the last step is doubled, an early
/// webhook comes again after the end, two neighbouring steps are swapped, or the last webhook comes
/// with a wrong signature first.
void addMishaps(Script &script, Chance &chance, const Mishaps &mishaps);

} // namespace sim
