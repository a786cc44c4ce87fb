// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/core/snapshot.h"
#include "hub/wire/eventid.h"

#include <memory>

namespace hub {

/// How a stream begins, read at one moment of the history.
struct StreamStart
{
    enum class Resume {
        Live, ///< No cursor was given.
        Replayed, ///< The stream continues after the cursor.
        Gap, ///< Events after the cursor are missing; see GapReason.
        Ended, ///< The job has ended and the cursor is at or after its end.
    };
    /// Evicted: events after the cursor were removed. Unknown: the cursor is malformed or newer
    /// than the history. Epoch: the cursor is from another history.
    enum class GapReason { Evicted, Unknown, Epoch };

    Resume resume = Resume::Live;
    GapReason gapReason = GapReason::Evicted; ///< Only when `resume` is Gap.
    EventId asOf; ///< Every event up to this id is in the snapshot, and none after it.
    EventId resumeAfter; ///< The stream continues with the first event after this id.
    EventId endsFrom; ///< A terminal event before this id ended an earlier attempt and does not end
                      ///< the stream.
    /// Number of matching events from resumeAfter to asOf. Counting stops at 10 000.
    qint64 replayCount = 0;
    /// The subscribed jobs, within SnapshotLimits: running jobs by newest change, then the 200 that
    /// finished last. Null when the stream begins without a snapshot.
    std::shared_ptr<const Snapshot> snapshot;
};

} // namespace hub
