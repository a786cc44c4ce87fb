// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/wire/topicpattern.h"

#include <optional>
#include <vector>

namespace hub {

/// Which jobs a caller may see and change: all jobs, or only the caller's own. A pattern list
/// limits a caller to matching jobs and also grants matching jobs that have no owner. A plain
/// value.
struct Visibility
{
    bool everybodys = true; ///< All jobs; the other members are ignored.
    QByteArray owner;
    /// Only jobs that match one of these; none = no such limit.
    std::optional<std::vector<TopicPattern>> jobs;

    bool operator==(const Visibility &) const = default;

    /// Returns whether a job with this id and owner is visible.
    bool covers(const QByteArray &jobId, const QByteArray &jobOwner) const;
    /// Returns whether the caller may create a job with this id and own it.
    bool coversNew(const QByteArray &jobId) const;
    /// Returns the owner of all covered jobs when there is only one; otherwise empty.
    QByteArray onlyOwner() const;
};

} // namespace hub
