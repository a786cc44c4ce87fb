// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/wire/jsonmembers.h"

#include <optional>

namespace hub {

/// The members of a JSON object in which no name stands twice (RFC 7515, section 4: two readers
/// might each believe another one) and nothing nests deeper than 16; `bad_json` otherwise.
Result<JsonMembers> parseUniqueMembers(const QByteArray &text);

/// The texts that `value` is: one string, or an array of at most `most` strings; none when it is
/// anything else.
std::optional<QByteArrayList> textsOf(const QJsonValue &value, qsizetype most);

} // namespace hub
