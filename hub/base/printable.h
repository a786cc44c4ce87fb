// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QString>

#include <optional>

namespace hub {

/// Returns whether a terminal or an editor may act on this character instead of showing it. These
/// are: C0 and C1 controls, DEL, line and paragraph separators, the formatting characters of the
/// bidirectional algorithm (Unicode annex 9), deprecated format characters (U+206A to U+206F), byte
/// order marks, and interlinear annotations.
bool isControl(char16_t c);

/// Returns the first C0 control, DEL or C1 control in UTF-8 text; nullopt when there is none.
std::optional<char16_t> firstControl(QByteArrayView utf8);

/// Returns `text` with each character for which isControl() is true escaped, such as `\u001b`.
QString escapedControls(const QString &text);

/// Does the same for UTF-8 text. Also escapes a byte order mark at the start, which
/// QString::fromUtf8() would drop: two different names must not look the same.
QString printable(QByteArrayView utf8);

/// Returns JSON text (UTF-8) with each character for which isControl() is true escaped. The JSON
/// value does not change. Line feeds, carriage returns and tabs are not escaped: in valid JSON they
/// occur only between tokens.
QByteArray escapedJson(const QByteArray &json);

} // namespace hub
