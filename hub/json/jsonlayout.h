// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <limits>

namespace hub {

/// The white space between JSON tokens.
struct JsonLayout
{
    QByteArrayView afterComma;
    QByteArrayView afterColon;
    int indent = -1; ///< Spaces per level; -1 = all on one line.
};

/// Returns the JSON `text` with its white space replaced by `layout`. Numbers, escapes and the
/// order of names do not change. Returns a null array when the result is longer than `mostBytes`.
/// From an invalid token on, only tabs and line breaks are removed.
QByteArray laidOut(QByteArrayView text, const JsonLayout &layout,
                   qsizetype mostBytes = std::numeric_limits<qsizetype>::max());

} // namespace hub
