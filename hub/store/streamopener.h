// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/store/jobfinder.h"
#include "hub/store/storetables.h"

namespace hub {

/// Decides how a stream begins: the stream contract of design.md §2.
class StreamOpener
{
public:
    StreamOpener(StoreTables &tables, JobFinder &finder);

    StreamStart open(const Subscription &subscription, const QByteArray &cursor);

    /// Who has read up to `after`, at or above this id, has missed nothing that was removed since.
    EventId floorOf(const Subscription &subscription, EventId after);

private:
    struct Verdict
    {
        StreamStart::Resume resume;
        StreamStart::GapReason gapReason = StreamStart::GapReason::Evicted;
        EventId after = {}; ///< When replayed.
    };

    Verdict judge(const Subscription &subscription, const QByteArray &cursor, EventId terminal);
    const Job *visibleJob(const Subscription &subscription, const QByteArray &id);
    EventId terminalOf(const Subscription &subscription);

    StoreTables &m_tables;
    JobFinder &m_finder;
};

} // namespace hub
