// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/core/streamstart.h"
#include "hub/store/snapshotreader.h"
#include "hub/tables/readtables.h"

namespace hub {

/// Decides how a stream begins: live, replayed, with a gap, or already ended (see
/// resources/docs/streams.md#continue-after-a-disconnect). Use it within a read transaction.
class StreamOpener
{
public:
    StreamOpener(ReadTables &tables, SnapshotReader &snapshots);

    /// Returns how the stream begins. `cursor` is the text that the client sent; empty = none.
    /// `limits` bound the snapshot.
    StreamStart open(const Subscription &subscription, const QByteArray &cursor,
                     const SnapshotLimits &limits);

    /// Returns the floor of a subscription. A reader whose cursor `after` is at or above the floor
    /// has missed no removed event.
    EventId floorOf(const Subscription &subscription, EventId after);

private:
    struct Resumption
    {
        StreamStart::Resume resume;
        StreamStart::GapReason gapReason = StreamStart::GapReason::Evicted;
        EventId after = {}; ///< Only when `resume` is Replayed.
    };

    std::shared_ptr<const Snapshot> snapshotFor(const Subscription &subscription,
                                                const StreamStart &start,
                                                const SnapshotLimits &limits);
    Resumption judge(const Subscription &subscription, const QByteArray &cursor, EventId terminal);
    const Job *visibleJob(const Subscription &subscription, const QByteArray &id);
    EventId terminalOf(const Subscription &subscription);

    ReadTables &m_tables;
    SnapshotReader &m_snapshots;
};

} // namespace hub
