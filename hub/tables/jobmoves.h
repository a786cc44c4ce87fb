// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/wire/event.h"

namespace hub {

/// Returns whether the event that turned `before` into `after` is a move: it changed nothing but
/// the job's progress, step, message and times. The event's data has all of these.
bool isMove(const Job &before, const Job &after);

/// The changes that moves made to a job. Small, however large the job is.
struct JobMove
{
    std::optional<double> progress;
    std::optional<std::optional<Step>> step;
    std::optional<QString> message;
    qint64 updatedMs = 0;
    EventId lastEvent; ///< The last move; null when there is none.

    /// Adds a later event of the same job. Reads a few members of the event's data.
    void add(const Event &event);
    /// Sets the changed fields of `job`.
    void applyTo(Job &job) const;
};

} // namespace hub
