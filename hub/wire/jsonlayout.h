// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <limits>

namespace hub {

/// White space of one way to write JSON.
struct JsonLayout
{
    QByteArrayView afterComma;
    QByteArrayView afterColon;
    int indent = -1; ///< Spaces a level; -1 = all on one line.
};

/// Returns the JSON text with other white space between its tokens and nothing else changed:
/// numbers, escapes and the order of names stay as they are. Null when it becomes longer than
/// `mostBytes`.
QByteArray laidOut(QByteArrayView text, const JsonLayout &layout,
                   qsizetype mostBytes = std::numeric_limits<qsizetype>::max());

} // namespace hub
