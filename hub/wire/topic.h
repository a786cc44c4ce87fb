// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QHashFunctions>

#include <optional>

namespace hub {

enum class TopicKind { Job, User, Hub };

/// Routing key of an event: `job/<id>`, `user/<id>` or `hub`. An execution is a job; only its
/// dialect differs.
struct Topic
{
    TopicKind kind = TopicKind::Hub;
    QByteArray id; ///< Empty for `hub` only.

    bool operator==(const Topic &) const = default;

    static Topic job(QByteArray id) { return {TopicKind::Job, std::move(id)}; }
    static Topic user(QByteArray id) { return {TopicKind::User, std::move(id)}; }
    static Topic hub() { return {}; }

    QByteArray toString() const;

    /// Strict: a known prefix and a valid id (isValidId()) or user (isValidUser()).
    static std::optional<Topic> parse(QByteArrayView text);
};

inline size_t qHash(const Topic &topic, size_t seed = 0)
{
    return qHashMulti(seed, static_cast<int>(topic.kind), topic.id);
}

/// A job's id as we accept it: 1 to 128 of `A-Z a-z 0-9 . _ ~ : @ + = -`, so that it is one
/// path segment and needs no escaping anywhere.
bool isValidId(QByteArrayView id);

} // namespace hub
