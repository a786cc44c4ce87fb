// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/store/readtables.h"
#include "hub/store/snapshotreader.h"

namespace hub {

/// Decides how a stream begins: resources/docs/streams.md#continue-after-a-disconnect.
class StreamOpener
{
public:
    StreamOpener(ReadTables &tables, SnapshotReader &snapshots);

    StreamStart open(const Subscription &subscription, const QByteArray &cursor,
                     const SnapshotLimits &limits);

    /// Who has read up to `after`, at or above this id, has missed nothing that was removed since.
    EventId floorOf(const Subscription &subscription, EventId after);

private:
    struct Verdict
    {
        StreamStart::Resume resume;
        StreamStart::GapReason gapReason = StreamStart::GapReason::Evicted;
        EventId after = {}; ///< When replayed.
    };

    std::shared_ptr<const Snapshot> snapshotFor(const Subscription &subscription,
                                                const StreamStart &start,
                                                const SnapshotLimits &limits);
    Verdict judge(const Subscription &subscription, const QByteArray &cursor, EventId terminal);
    const Job *visibleJob(const Subscription &subscription, const QByteArray &id);
    EventId terminalOf(const Subscription &subscription);

    ReadTables &m_tables;
    SnapshotReader &m_snapshots;
};

} // namespace hub
