// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QString>

#include <optional>

namespace hub {

/// Whether a terminal or an editor may obey this character instead of showing it: C0 and C1
/// controls, DEL, line and paragraph separators, the marks, overrides and isolates of the
/// bidirectional algorithm (Unicode annex 9), byte order marks and interlinear annotations.
bool isControl(char16_t c);

/// Returns the first C0 control, DEL or C1 control of UTF-8 text.
std::optional<char16_t> firstControl(QByteArrayView utf8);

/// Returns the text with each of these characters written as `\u001b`.
QString escapedControls(const QString &text);

/// The same for UTF-8 text. A byte order mark at the beginning, which QString::fromUtf8() drops, is
/// escaped too: two names that differ must not look the same.
QString printable(QByteArrayView utf8);

/// Returns JSON text (UTF-8) with each of these characters written as an escape. The value stays
/// the same. Line feeds, carriage returns and tabs stay: in valid JSON they stand between tokens.
QByteArray escapedJson(const QByteArray &json);

} // namespace hub
