// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/base/result.h"
#include "hub/wire/jsonscanner.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QJsonObject>

#include <optional>
#include <vector>

namespace hub {

/// Bodies from outside may nest this deep, so that what we wrap around their parts stays readable.
constexpr int maxForeignDepth = 512;

/// Returns why `scanner` stopped (`bad_json`): the text nests deeper than `levels`, or a byte is
/// wrong, at its offset. `start` is where in the whole text the scanner's begins.
Error jsonError(const JsonScanner &scanner, int levels, qsizetype start = 0);

/// The object that `text` is, refused with jsonError() unless it is strict RFC 8259 JSON nested at
/// most so deep: what passes may be carried in parts, byte for byte. See parseJson() for numbers.
Result<QJsonObject> parseJsonObject(const QByteArray &text, int maxDepth = maxForeignDepth);

/// The exact bytes of the value of a top-level member of `object`, so that foreign JSON can be
/// carried unchanged (numbers beyond 2^53, key order, spelling of escapes). The last of repeated
/// members counts, as in QJsonDocument. `object` must be text that parseJsonObject() accepted;
/// nullopt when it has no such member.
std::optional<QByteArrayView> jsonMember(QByteArrayView object, QByteArrayView name);

/// The same for the element of `array` at `index`, counted from 0.
std::optional<QByteArrayView> jsonElement(QByteArrayView array, qsizetype index);

/// The exact bytes of every element of `array`, in order; empty when it is no array.
std::vector<QByteArrayView> jsonElements(QByteArrayView array);

/// Where the text begins after a byte order mark, which QJsonDocument skips as well.
qsizetype jsonTextStart(QByteArrayView text);

/// The value that one piece of JSON text is, scalars too; undefined when it is not JSON.
QJsonValue jsonValue(QByteArrayView text);

} // namespace hub
