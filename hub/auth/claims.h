// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/auth/principal.h"
#include "hub/base/result.h"

#include <QByteArray>
#include <QString>

namespace hub {

/// Clocks differ: so long after `exp` and before `nbf` a token is taken.
constexpr qint64 tokenLeewayMs = 30'000;

/// What the configuration asks of a token; empty = anything.
struct ClaimRules
{
    QString issuer;
    QString audience;
};

/// The principal that the verified `payload` of a token names at the time `nowMs` of the wall
/// clock. `sub` and `exp` are required; `scope` is words (or an array of them), of which unknown
/// ones are others' business; `jobs` is an id, a prefix with a star, or an array of such, and
/// refused together with the scope `admin`. Errors: `bad_token`, `token_expired`,
/// `token_not_yet_valid`, `wrong_issuer`, `wrong_audience`.
Result<Principal> readClaims(const QByteArray &payload, const ClaimRules &rules, qint64 nowMs);

/// The patterns of a `jobs` claim; none when one of them is no pattern.
std::optional<std::vector<TopicPattern>> parseJobPatterns(const QByteArrayList &texts);

} // namespace hub
