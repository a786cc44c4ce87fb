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

/// The permissions of a caller; the words of the `scope` claim. Notify allows notifications to
/// other users. Admin includes all others.
enum class Permission { Read = 1, Publish = 2, Admin = 4, Notify = 8 };
Q_DECLARE_FLAGS(Permissions, Permission)
Q_DECLARE_OPERATORS_FOR_FLAGS(Permissions)

/// The verified identity of a caller. A plain value. It holds no secret and may be logged.
struct Principal
{
    QByteArray subject; ///< `sub`: a user (isValidUser()). Compared with the owner of a job.
    Permissions permissions;
    /// The `jobs` claim: the only jobs that the caller may touch; none = no limit. Never set for
    /// admins, because readClaims() refuses that.
    std::optional<std::vector<TopicPattern>> jobs;
    QByteArray tokenId; ///< `jti`: the id for revocation, at most 128 bytes; may be empty.
    std::optional<qint64> expiresMs; ///< `exp`: wall clock, ms since 1970 UTC; none = never.
    QByteArray keyDigest; ///< Of the key that verified the token (VerificationKey::digest()).

    bool operator==(const Principal &) const = default;

    /// Returns the principal of every caller on a hub without keys. It may do everything.
    static Principal everybody();

    /// Returns whether the caller has the permission, also through Admin.
    bool may(Permission permission) const;
    bool isAdmin() const { return permissions.testFlag(Permission::Admin); }

    /// Returns whether the `jobs` claim allows this job. The owner of the job does not matter.
    bool mayTouchJob(QByteArrayView id) const;
    /// Returns whether the `jobs` claim allows this job and the caller owns it or is an admin.
    bool mayTouchJob(QByteArrayView id, QByteArrayView owner) const;
};

} // namespace hub
