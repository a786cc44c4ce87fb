// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QString>

#include <chrono>
#include <vector>

namespace sim {

/// One HTTP call of a producer.
struct Step
{
    std::chrono::milliseconds after{0}; ///< Delay after the answer to the previous step.
    QString path;
    QJsonObject body;
    bool webhook =
        false; ///< A webhook succeeds only with 200. A failed one is repeated as RunPod does.
    /// The reason why this call is made. A forged one has a wrong signature and is never repeated.
    enum class Kind { Usual, Duplicate, Late, Forged } kind = Kind::Usual;

    bool operator==(const Step &) const = default;
};

/// All calls of one job, drawn before the first one. The same seed gives the same script, however
/// fast the hub answers.
struct Script
{
    QString job; ///< The job id, for the log.
    std::vector<Step> steps;
};

} // namespace sim
