// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "tests/support/simulator/chance.h"
#include "tests/support/simulator/script.h"

#include <QJsonArray>

namespace sim {

/// How often things go wrong, in percent of jobs.
struct Mishaps
{
    int failures = 12;
    int duplicates = 10; ///< A webhook comes twice.
    int late = 6; ///< News of a job that has already ended.
    int outOfOrder = 6; ///< A webhook overtakes what was before it.
};

/// A kind of producer: writes the script of each of its jobs. Pure but for the draws.
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

/// The mishaps that any producer's webhooks meet: the last one doubled, an early one again after
/// the end, two neighbours swapped.
void addMishaps(Script &script, Chance &chance, const Mishaps &mishaps);

} // namespace sim
