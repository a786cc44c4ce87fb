// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/models/watchedjobs.h"

namespace ui {

void WatchedJobs::set(const QByteArray &id, bool watched)
{
    if (id.isEmpty() || watched == contains(id) || (watched && m_ids.size() >= maxJobs))
        return;
    if (watched)
        m_ids.insert(id);
    else
        m_ids.remove(id);
    emit changed();
}

QList<hub::Job> WatchedJobs::takeDone(const JobStore &jobs)
{
    QList<hub::Job> done;
    const QSet<QByteArray> ids = m_ids;
    for (const QByteArray &id : ids) {
        const int row = jobs.find(id);
        if (row < 0 || (!hub::isTerminal(jobs.at(row).job.status) && !jobs.at(row).stalled))
            continue;
        done << jobs.at(row).job;
        m_ids.remove(id);
    }
    if (!done.isEmpty())
        emit changed();
    return done;
}

void WatchedJobs::clear()
{
    m_ids.clear();
    emit changed();
}

} // namespace ui
