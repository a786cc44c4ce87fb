// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/wire/topic.h"

namespace hub {

/// Matches one topic (`job/abc`), or all topics of a kind whose id has a prefix (`job/*`,
/// `job/render-*`). A star at the end always means a prefix. To match a user whose name ends in a
/// star, use exactly().
class TopicPattern
{
public:
    static TopicPattern exactly(const Topic &topic);
    static TopicPattern all(TopicKind kind);

    /// Parses a topic, or a prefix and a star. Returns nullopt for any other text, and for a prefix
    /// that no valid id or user can have.
    static std::optional<TopicPattern> parse(QByteArrayView text);

    bool matches(const Topic &topic) const;

    /// Returns the topic when the pattern matches exactly one; otherwise nullopt.
    std::optional<Topic> topic() const;

    QByteArray toString() const;

    bool operator==(const TopicPattern &) const = default;

private:
    TopicKind m_kind = TopicKind::Hub;
    QByteArray m_text; ///< The id, or the prefix when m_prefix.
    bool m_prefix = false;
};

} // namespace hub
