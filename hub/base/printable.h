// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QString>

namespace hub {

/// Whether a terminal or an editor may obey this character instead of showing it: C0 and C1
/// controls, DEL, line and paragraph separators, the marks, overrides and isolates of the
/// bidirectional algorithm (Unicode annex 9), byte order marks and interlinear annotations.
bool isControl(char16_t c);

/// Returns the text with each of these characters written as `\u001b`.
QString escapedControls(const QString &text);

/// Returns JSON text (UTF-8) with each of these characters written as an escape. The value stays
/// the same. Line feeds, carriage returns and tabs stay: in valid JSON they stand between tokens.
QByteArray escapedJson(const QByteArray &json);

} // namespace hub
