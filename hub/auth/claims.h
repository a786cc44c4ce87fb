// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/auth/principal.h"
#include "hub/base/result.h"

#include <QByteArray>
#include <QString>

#include <chrono>

namespace hub {

/// Clocks differ: a token is accepted this long before `nbf` and after `exp`.
constexpr std::chrono::milliseconds tokenLeeway{30'000};

/// The requirements of the configuration for a token; empty = any.
struct ClaimRules
{
    QString issuer;
    QString audience;
};

/// Returns the principal that a verified `payload` names. `nowMs` is on the wall clock.
///
/// `sub` and `exp` are required. `scope` is a text of words, or an array of them; unknown words are
/// ignored. `jobs` is a job id, a prefix with a star, or an array of these. It cannot be combined
/// with the scope `admin`.
///
/// Errors: `bad_token`, `token_expired`, `token_not_yet_valid`, `wrong_issuer`, `wrong_audience`.
Result<Principal> readClaims(const QByteArray &payload, const ClaimRules &rules, qint64 nowMs);

/// Parses the patterns of a `jobs` claim; nullopt when any of them is invalid.
std::optional<std::vector<TopicPattern>> parseJobPatterns(const QByteArrayList &texts);

} // namespace hub
