// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/wire/topic.h"

namespace hub {

/// Names topics: one (`job/abc`), or all of a kind that begin with something (`job/*`,
/// `job/render-*`). The star stands only at the end, and is always a pattern: a user whose name
/// ends in a star is named by exactly().
class TopicPattern
{
public:
    static TopicPattern exactly(const Topic &topic);
    static TopicPattern all(TopicKind kind);

    /// Strict: the text in front of the star may begin an id or user.
    static std::optional<TopicPattern> parse(QByteArrayView text);

    bool matches(const Topic &topic) const;

    /// The topic, when the pattern names just one.
    std::optional<Topic> topic() const;

    QByteArray toString() const;

    bool operator==(const TopicPattern &) const = default;

private:
    TopicKind m_kind = TopicKind::Hub;
    QByteArray m_text; ///< The id, or the prefix when m_prefix.
    bool m_prefix = false;
};

} // namespace hub
