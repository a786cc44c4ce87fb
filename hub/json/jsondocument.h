// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QByteArrayList>
#include <QJsonDocument>

namespace hub {

/// Parses a JSON object or array. Returns a null document when `text` is not JSON; `error` then
/// gives the reason. Skips one byte order mark before the text.
///
/// Unlike QJsonDocument::fromJson(), this keeps a U+FEFF at the start of a string or name. A number
/// outside the range of double becomes the nearest double, where fromJson() refuses the text. To
/// get the exact text of a number, use JsonMembers or jsonMember().
QJsonDocument parseJson(const QByteArray &text, QJsonParseError *error = nullptr);

/// Returns the numbers in the JSON `text` that parseJson() may change, sorted. Such a number does
/// not fit a qint64, and it has more than 15 digits or is outside the range of double. Ignores the
/// text from the first invalid token on.
QByteArrayList inexactNumbers(QByteArrayView text);

} // namespace hub
