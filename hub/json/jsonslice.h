// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/base/result.h"
#include "hub/json/jsonscanner.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QJsonObject>

#include <limits>
#include <optional>
#include <vector>

namespace hub {

/// The nesting limit of bodies from outside. It is below JsonScanner::maxDepth, so that JSON which
/// the hub wraps around parts of a body can still be parsed.
constexpr int maxForeignDepth = 512;

/// Returns the error `bad_json` for a scanner that stopped. The message gives the offset and the
/// reason: nested deeper than `levels`, or an invalid byte. `start` is the offset of the scanner's
/// text in the whole text.
Error jsonError(const JsonScanner &scanner, int levels, qsizetype start = 0);

/// Checks that `text` from the offset `start` on is one JSON value (RFC 8259), nested at most
/// `maxDepth` levels. The error is `bad_json`, with the offset in `text`. Does not check whether
/// the text is UTF-8.
Result<void> checkJson(QByteArrayView text, int maxDepth = maxForeignDepth, qsizetype start = 0);

/// Parses a JSON object. The error is `bad_json` unless `text` is strict RFC 8259 JSON, nested at
/// most `maxDepth` levels. The hub may pass on parts of an accepted text byte for byte. parseJson()
/// describes how numbers are read.
Result<QJsonObject> parseJsonObject(const QByteArray &text, int maxDepth = maxForeignDepth);

/// Returns the exact bytes of the value of a top-level member of `object`; nullopt when there is no
/// such member. So the hub passes on JSON unchanged: numbers above 2^53, order of names, escapes.
/// The last one of repeated members counts, as in QJsonDocument. `object` must be text that
/// parseJsonObject() accepted.
std::optional<QByteArrayView> jsonMember(QByteArrayView object, QByteArrayView name);

/// Returns the exact bytes of the element of `array` at `index`, counted from 0; nullopt when there
/// is none.
std::optional<QByteArrayView> jsonElement(QByteArrayView array, qsizetype index);

/// Returns the exact bytes of the first `most` elements of `array`, in order; nothing when it is no
/// array.
std::vector<QByteArrayView> jsonElements(QByteArrayView array,
                                         size_t most = std::numeric_limits<size_t>::max());

/// Returns the offset after a byte order mark, else 0. QJsonDocument skips the mark too.
qsizetype jsonTextStart(QByteArrayView text);

/// Returns whether the JSON value or token `text` is a number.
bool isJsonNumber(QByteArrayView text);

/// Parses any JSON value, including a scalar. Returns an undefined value when `text` is not JSON.
QJsonValue jsonValue(QByteArrayView text);

} // namespace hub
