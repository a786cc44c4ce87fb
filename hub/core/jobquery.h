// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/core/visibility.h"
#include "hub/filter/filter.h"
#include "hub/wire/job.h"

#include <QList>

#include <optional>
#include <utility>
#include <vector>

namespace hub {

/// Which jobs a list has.
struct JobQuery
{
    std::vector<JobStatus> statuses; ///< Empty = any.
    std::optional<JobKind> kind;
    QByteArray owner;
    Visibility visible;
    QList<std::pair<QString, QString>> labels; ///< All must match.
    Filter filter; ///< Of jobFields().
    QString text; ///< Substring of id, external id or message.
    QByteArray pageCursor; ///< Opaque, from JobPage::next.
    int limit = 100; ///< 1 to 1 000.
};

/// One page of the answer to JobQuery.
struct JobPage
{
    std::vector<Job> jobs; ///< Newest change first.
    EventId asOf; ///< Every event up to this id is included.
    QByteArray next; ///< Empty = no more.
    /// Jobs that are left out because a regular expression reached its limit.
    int unjudged = 0;
};

} // namespace hub
