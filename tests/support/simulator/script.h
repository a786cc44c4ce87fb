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
    std::chrono::milliseconds after{0}; ///< Since the step before it was answered.
    QString path;
    QJsonObject body;
    bool webhook =
        false; ///< Anything but 200 is no success: repeated twice, 10 s apart, as RunPod does.

    bool operator==(const Step &) const = default;
};

/// The whole life of one job, decided before its first call: the same seed tells the same story
/// however fast the hub answers.
struct Script
{
    QString job; ///< For the log.
    std::vector<Step> steps;
};

} // namespace sim
