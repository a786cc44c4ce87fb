// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/tables/jobcache.h"

namespace hub {

namespace {

qsizetype weight(const Job &job)
{
    constexpr qsizetype base = 512;
    return base + job.result.size() + job.error.size() + job.message.size() * 2;
}

} // namespace

const Job *JobCache::find(const QByteArray &id)
{
    const auto found = m_byId.constFind(id);
    if (found == m_byId.constEnd())
        return nullptr;
    Entries &list = listOf(**found);
    list.splice(list.begin(), list, *found);
    return &list.front().job;
}

const Job *JobCache::findUnsettled(const QByteArray &id) const
{
    const auto found = m_byId.constFind(id);
    return found != m_byId.constEnd() && (*found)->unsettled ? &(*found)->job : nullptr;
}

void JobCache::put(Job job)
{
    const qsizetype bytes = weight(job);
    set(std::move(job), bytes, false);
    trim();
}

bool JobCache::putUnsettled(Job &job)
{
    const qsizetype bytes = weight(job);
    if (bytes > unsettledLimit)
        return false;
    set(std::move(job), bytes, true);
    return true;
}

void JobCache::set(Job job, qsizetype bytes, bool unsettled)
{
    const auto found = m_byId.constFind(job.id);
    Entries &list = unsettled ? m_unsettled : m_recent;
    if (found == m_byId.constEnd()) {
        const QByteArray id = job.id;
        list.push_front({std::move(job), bytes, m_transaction, unsettled});
        m_byId.insert(id, list.begin());
    } else {
        Entry &entry = **found;
        noteBefore(entry);
        bytesOf(entry) -= entry.bytes;
        list.splice(list.begin(), listOf(entry), *found);
        entry = {std::move(job), bytes, m_transaction, unsettled};
    }
    bytesOf(list.front()) += bytes;
}

void JobCache::noteBefore(Entry &entry)
{
    if (entry.unsettled && entry.changedIn != m_transaction)
        m_before.push_back(std::move(entry.job));
}

void JobCache::remove(const QByteArray &id)
{
    const auto found = m_byId.constFind(id);
    if (found == m_byId.constEnd())
        return;
    const Entries::iterator place = *found;
    m_byId.erase(found);
    noteBefore(*place);
    bytesOf(*place) -= place->bytes;
    listOf(*place).erase(place);
}

void JobCache::settleFirst()
{
    Entry &entry = m_unsettled.front();
    if (entry.changedIn != m_transaction)
        m_before.push_back(entry.job);
    m_unsettledBytes -= entry.bytes;
    m_bytes += entry.bytes;
    entry.unsettled = false;
    entry.changedIn = m_transaction;
    m_recent.splice(m_recent.begin(), m_unsettled, m_unsettled.begin());
}

void JobCache::keep()
{
    m_before.clear();
    ++m_transaction;
}

void JobCache::restore()
{
    std::vector<Job> before = std::exchange(m_before, {});
    for (Entry &entry : m_unsettled) {
        if (entry.changedIn != m_transaction)
            before.push_back(std::move(entry.job));
    }
    m_recent.clear();
    m_unsettled.clear();
    m_byId.clear();
    m_bytes = 0;
    m_unsettledBytes = 0;
    for (Job &job : before)
        putUnsettled(job);
    keep();
}

void JobCache::trim()
{
    while (m_recent.size() > 1 && (m_recent.size() > capacity || m_bytes > bytesLimit))
        remove(QByteArray(m_recent.back().job.id)); // a copy: remove() destroys the entry
}

} // namespace hub
