// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QHashFunctions>

#include <optional>

namespace hub {

enum class TopicKind { Job, User, Hub };

/// The routing key of an event: `job/<id>`, `user/<id>` or `hub`. An execution is a job too; only
/// its dialect differs.
struct Topic
{
    TopicKind kind = TopicKind::Hub;
    QByteArray id; ///< Empty for `hub` only.

    bool operator==(const Topic &) const = default;

    static Topic job(QByteArray id) { return {TopicKind::Job, std::move(id)}; }
    static Topic user(QByteArray id) { return {TopicKind::User, std::move(id)}; }
    static Topic hub() { return {}; }

    QByteArray toString() const;

    /// Parses the result of toString(). Returns nullopt for any other text, and for an invalid id
    /// (isValidId()) or user (isValidUser()).
    static std::optional<Topic> parse(QByteArrayView text);
};

inline size_t qHash(const Topic &topic, size_t seed = 0)
{
    return qHashMulti(seed, static_cast<int>(topic.kind), topic.id);
}

/// Returns whether `id` can be a job's id: 1 to 128 of the characters `A-Z a-z 0-9 . _ ~ : @ + =
/// -`, but not `.` or `..`. Such an id is one segment of a URL path and needs no escaping.
bool isValidId(QByteArrayView id);

} // namespace hub
