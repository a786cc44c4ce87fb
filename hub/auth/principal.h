// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/wire/topicpattern.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QFlags>

#include <optional>
#include <vector>

namespace hub {

/// What a caller may do; the words of the `scope` claim. Notify is to notify other users. Admin
/// includes the others.
enum class Permission { Read = 1, Publish = 2, Admin = 4, Notify = 8 };
Q_DECLARE_FLAGS(Permissions, Permission)
Q_DECLARE_OPERATORS_FOR_FLAGS(Permissions)

/// The verified identity of a caller. A value; holds no secret, so it may be logged.
struct Principal
{
    QByteArray subject; ///< `sub`: a user (isValidUser()), compared with the owner of a job.
    Permissions permissions;
    /// The `jobs` claim: the jobs that the caller is narrowed to; none = all. Never set for admins:
    /// readClaims() refuses that.
    std::optional<std::vector<TopicPattern>> jobs;
    QByteArray tokenId; ///< `jti`, by which the token is revoked; may be empty. At most 128 bytes.
    std::optional<qint64> expiresMs; ///< `exp` on the wall clock, ms since 1970 UTC; none = never.
    QByteArray keyDigest; ///< Of the key that verified the token (VerificationKey::digest()).

    bool operator==(const Principal &) const = default;

    /// Who calls a hub without keys: may do everything.
    static Principal everybody();

    bool may(Permission permission) const;
    bool isAdmin() const { return permissions.testFlag(Permission::Admin); }

    /// What the `jobs` claim says of this job, whoever owns it.
    bool mayTouchJob(QByteArrayView id) const;
    /// The same, and the job is the caller's own or the caller is an admin.
    bool mayTouchJob(QByteArrayView id, QByteArrayView owner) const;
};

} // namespace hub
