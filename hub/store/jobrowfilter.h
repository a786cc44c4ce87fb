// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/core/jobquery.h"
#include "hub/core/subscription.h"
#include "hub/sqlite/sqlite.h"
#include "hub/tables/minorchange.h"

namespace hub {

/// Tests rows of jobColumns against a JobQuery before they are decoded. The query must outlive the
/// filter.
class JobRowFilter
{
public:
    explicit JobRowFilter(const JobQuery &query);

    /// Returns whether the job matches. `changes` has the changes since the row was written; null =
    /// none.
    bool accepts(const Rows &rows, const JobDelta *changes = nullptr) const;

    /// Returns whether the query accepts unfinished jobs only.
    bool onlyRunning() const;

private:
    bool acceptsText(const Rows &rows, const JobDelta *changes) const;
    bool acceptsLabels(const Rows &rows) const;

    const JobQuery &m_query;
    QByteArrayList m_statuses;
    QByteArray m_kind;
};

/// Returns the query with the states, the kind, the owner and the labels that every job has which
/// its filter accepts. Only where the query has none of its own. So a search can use an index, and
/// skip other rows before they are decoded.
JobQuery narrowed(JobQuery query);

/// Returns whether a stream with this subscription includes a job of this id, kind and owner.
/// Ignores the subscription's event types.
bool isAbout(const Subscription &subscription, const QByteArray &jobId, JobKind kind,
             const QByteArray &owner);

} // namespace hub
