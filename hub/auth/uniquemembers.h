// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/json/jsonmembers.h"

#include <optional>

namespace hub {

/// Parses a JSON object. Refuses a name that occurs twice, because two readers could each use
/// another one (RFC 7515 section 4). Refuses nesting deeper than 16. The error is `bad_json`.
Result<JsonMembers> parseUniqueMembers(const QByteArray &text);

/// Returns the strings of `value`: one string, or an array of at most `most` strings; none for
/// anything else.
std::optional<QByteArrayList> textsOf(const QJsonValue &value, qsizetype most);

} // namespace hub
