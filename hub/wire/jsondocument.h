// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QByteArrayList>
#include <QJsonDocument>

namespace hub {

/// Returns the object or array that `text` is; a null document when it is not JSON, and then
/// `error` says why. Strings and names come out exactly: QJsonDocument::fromJson() drops a U+FEFF
/// that stands at the start of any of them. One byte order mark before the whole text is skipped.
/// A number is a double (a whole one may be a qint64): one beyond the range of both becomes the
/// nearest, where fromJson() refuses the text. Its exact text is JsonMembers' and jsonMember()'s.
QJsonDocument parseJson(const QByteArray &text, QJsonParseError *error = nullptr);

/// Returns the numbers in `text`, which is JSON, that parseJson() cannot hold exactly, sorted.
QByteArrayList inexactNumbers(QByteArrayView text);

} // namespace hub
