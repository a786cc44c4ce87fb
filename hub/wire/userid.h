// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/base/result.h"
#include "hub/wire/jsonmembers.h"

#include <QByteArray>
#include <QString>

#include <optional>

namespace hub {

/// A user is what the `sub` claim of a token says: any string (RFC 7519, 4.1.2), such as
/// `auth0|5f7c`, `repo:org/name:ref:refs/heads/main` or `spiffe://org/job`. Users are compared byte
/// for byte, without normalisation.
constexpr qsizetype maxUserBytes = 256;

/// Returns why `user` cannot name a user, in the form "must not …"; nothing when it can. A user is
/// 1 to maxUserBytes bytes of UTF-8 without control characters (C0, DEL, C1).
std::optional<QString> faultOfUser(QByteArrayView user);

inline bool isValidUser(QByteArrayView user)
{
    return !faultOfUser(user);
}

/// Returns the user that a string names. `bad_user_id` when it cannot name one; also when it has
/// half a surrogate pair, which UTF-8 cannot carry.
Result<QByteArray> userOf(const QString &text);
/// The same for a member of a JSON object, which must be a string.
Result<QByteArray> userOf(const JsonMembers::Member &member);

} // namespace hub
