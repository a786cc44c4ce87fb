// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/wire/job.h"

#include <QHash>

#include <list>

namespace hub {

/// The jobs used last, so that a run of events of one job reads it once.
class JobCache
{
public:
    /// Null when it is not cached; valid until the next call.
    const Job *find(const QByteArray &id);
    /// Replaces what it had of the job; one with large extra fields it forgets instead.
    void put(const Job &job);
    void remove(const QByteArray &id);
    void clear();

private:
    static constexpr int capacity = 4'096;
    static constexpr qsizetype bytesLimit = 64 * 1024 * 1024; ///< Results may be large.
    /// A decoded object takes a multiple of its text: rather read such a job again.
    static constexpr qsizetype extraLimit = 16 * 1024;

    struct Entry
    {
        Job job;
        qsizetype bytes; ///< It holds, about.
    };
    using Entries = std::list<Entry>;

    void trim();

    Entries m_entries; ///< The one used last in front.
    QHash<QByteArray, Entries::iterator> m_byId;
    qsizetype m_bytes = 0;
};

} // namespace hub
