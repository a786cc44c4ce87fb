// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/base/result.h"
#include "hub/json/jsonmembers.h"

#include <QByteArray>
#include <QString>

#include <optional>

namespace hub {

// A user is the `sub` claim of a token: any string (RFC 7519 section 4.1.2), such as `auth0|5f7c`,
// `repo:org/name:ref:refs/heads/main` or `spiffe://org/job`. Users are compared byte for byte,
// without Unicode normalization.

/// The longest user in bytes of UTF-8.
constexpr qsizetype maxUserBytes = 256;

/// Returns why `user` is not a valid user, in the form "must not …"; nullopt when it is valid. A
/// valid user is 1 to maxUserBytes bytes of UTF-8 without control characters (C0, DEL, C1).
std::optional<QString> faultOfUser(QByteArrayView user);

inline bool isValidUser(QByteArrayView user)
{
    return !faultOfUser(user);
}

/// Returns `text` as a user. The error is `bad_user_id` when it is not valid, or contains a lone
/// surrogate, which UTF-8 cannot encode.
Result<QByteArray> userOf(const QString &text);
/// Returns the value of a JSON member as a user; it must be a string. The errors are the same.
Result<QByteArray> userOf(const JsonMembers::Member &member);

} // namespace hub
