// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/sim/producer.h"

#include <chrono>

namespace sim {

/// Restores on RunPod. The worker publishes statuses, progress and log lines; RunPod itself posts
/// the completion webhook.
class RunPodProducer final : public Producer
{
public:
    /// `pictures` is the base URL of the result pictures.
    RunPodProducer(const Mishaps &mishaps, const QString &pictures);

    Script script(Chance &chance) const override;

private:
    QJsonObject outcome(Chance &chance, const QString &externalId,
                        std::chrono::milliseconds time) const;

    Mishaps m_mishaps;
    QString m_pictures;
};

} // namespace sim
