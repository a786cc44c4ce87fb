// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/store/jobcache.h"

#include "hub/store/jobrow.h"

namespace hub {

namespace {

qsizetype weight(const Job &job, qsizetype extra)
{
    constexpr qsizetype base = 512;
    constexpr qsizetype perLabel = 128;
    return base + job.result.size() + job.error.size() + job.message.size() * 2
           + job.labels.size() * perLabel + extra;
}

} // namespace

const Job *JobCache::find(const QByteArray &id)
{
    const auto found = m_byId.constFind(id);
    if (found == m_byId.constEnd())
        return nullptr;
    m_entries.splice(m_entries.begin(), m_entries, *found);
    return &m_entries.front().job;
}

void JobCache::put(const Job &job)
{
    remove(job.id);
    const qsizetype extra = columnText(job.extra).size();
    if (extra > extraLimit)
        return;
    m_entries.push_front({job, weight(job, extra)});
    m_byId.insert(job.id, m_entries.begin());
    m_bytes += m_entries.front().bytes;
    trim();
}

void JobCache::remove(const QByteArray &id)
{
    const auto found = m_byId.constFind(id);
    if (found == m_byId.constEnd())
        return;
    m_bytes -= (*found)->bytes;
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
        remove(QByteArray(m_entries.back().job.id)); // a copy: the entry goes with its id
}

} // namespace hub
