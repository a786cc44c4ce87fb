// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/models/jobstore.h"

#include <QByteArray>
#include <QList>
#include <QSet>

namespace ui {

/// Finds the jobs that have become stalled since the last look.
class StallWatch
{
public:
    /// Returns the ids of the jobs that are stalled now and were not at the last look.
    QList<QByteArray> update(const JobStore &jobs);
    /// Forgets all jobs. Call this when the monitor shows another hub.
    void reset() { m_known.clear(); }

private:
    QSet<QByteArray> m_known; ///< The jobs that were stalled at the last look.
};

} // namespace ui
