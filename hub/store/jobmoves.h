// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/wire/event.h"

namespace hub {

/// Whether an event that turned `before` into `after` only moved the job on: changed its progress,
/// step, message and times, all of which the event's data says.
bool isMove(const Job &before, const Job &after);

/// What such events changed of a job. Small, however large the job is.
struct JobMove
{
    std::optional<double> progress;
    std::optional<std::optional<Step>> step;
    std::optional<QString> message;
    qint64 updatedMs = 0;
    EventId lastEvent; ///< Null when nothing moved.

    /// Adds a later event of the same job. Reads a few members of its data.
    void add(const Event &event);
    void applyTo(Job &job) const;
};

} // namespace hub
