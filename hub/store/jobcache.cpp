// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/store/jobcache.h"

namespace hub {

const Job *JobCache::find(const QByteArray &id)
{
    const auto found = m_byId.constFind(id);
    if (found == m_byId.constEnd())
        return nullptr;
    m_entries.splice(m_entries.begin(), m_entries, *found);
    return &m_entries.front();
}

void JobCache::put(const Job &job)
{
    remove(job.id);
    m_entries.push_front(job);
    m_byId.insert(job.id, m_entries.begin());
    m_bytes += weight(job);
    trim();
}

void JobCache::remove(const QByteArray &id)
{
    const auto found = m_byId.constFind(id);
    if (found == m_byId.constEnd())
        return;
    m_bytes -= weight(**found);
    m_entries.erase(*found);
    m_byId.erase(found);
}

void JobCache::clear()
{
    m_entries.clear();
    m_byId.clear();
    m_bytes = 0;
}

void JobCache::trim()
{
    while (m_entries.size() > 1 && (m_entries.size() > capacity || m_bytes > bytesLimit))
        remove(QByteArray(m_entries.back().id)); // a copy: the entry goes with its id
}

} // namespace hub
