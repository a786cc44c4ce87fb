// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/models/stallwatch.h"

namespace ui {

QList<QByteArray> StallWatch::update(const JobStore &jobs)
{
    QList<QByteArray> found;
    QSet<QByteArray> stalled;
    if (jobs.stalledJobs() > 0) {
        for (int row = 0; row < jobs.count(); ++row) {
            if (!jobs.at(row).stalled)
                continue;
            const QByteArray &id = jobs.at(row).job.id;
            stalled.insert(id);
            if (!m_known.contains(id))
                found << id;
        }
    }
    m_known = stalled;
    return found;
}

} // namespace ui
