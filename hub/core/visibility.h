// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/wire/topicpattern.h"

#include <optional>
#include <vector>

namespace hub {

/// Which jobs a caller may see and change: everybody's, or else the caller's own. A pattern list
/// limits a caller to matching jobs and also grants matching jobs that have no owner. A plain
/// value.
struct Visibility
{
    bool everybodys = true; ///< No limit at all; what follows does not count.
    QByteArray owner;
    std::optional<std::vector<TopicPattern>> jobs; ///< Only these, when there.

    bool operator==(const Visibility &) const = default;

    /// Whether a job of this id and owner is visible.
    bool covers(const QByteArray &jobId, const QByteArray &jobOwner) const;
    /// Whether the caller may create a job of this id, as its owner.
    bool coversNew(const QByteArray &jobId) const;
    /// The owner of all that is covered, when there is just one; else empty.
    QByteArray onlyOwner() const;
};

} // namespace hub
