// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/core/store.h"
#include "hub/store/jobmoves.h"
#include "hub/store/sqlite.h"

namespace hub {

/// The conditions of a JobQuery, judged on rows of jobColumns before they are decoded.
class JobFilter
{
public:
    explicit JobFilter(const JobQuery &query);

    /// `move` is what has changed since the row was written; null when nothing has.
    bool accepts(const Rows &rows, const JobMove *move = nullptr) const;

    /// Whether only jobs that have not ended can be accepted.
    bool onlyRunning() const;

private:
    bool acceptsText(const Rows &rows, const JobMove *move) const;
    bool acceptsLabels(const Rows &rows) const;

    const JobQuery &m_query;
    QByteArrayList m_statuses;
    QByteArray m_kind;
};

/// Whether a stream with this subscription is about a job of this id, kind and owner.
bool isAbout(const Subscription &subscription, const QByteArray &jobId, JobKind kind,
             const QByteArray &owner);

} // namespace hub
