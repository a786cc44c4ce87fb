// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QString>

namespace hub {

/// Returns the text that `utf8` spells. U+FEFF at its start is a character like any other:
/// QString::fromUtf8() drops it as a byte order mark, and two different names become one. Of bytes
/// that are not UTF-8, each maximal part of a sequence becomes one U+FFFD (Unicode 15, section
/// 3.9; the decoder of the Encoding Standard). That includes a sequence that the end cuts off.
QString fromUtf8(QByteArrayView utf8);

/// Returns `utf8` with U+FFFD in place of what is not UTF-8, by the same rule.
QByteArray wellFormedUtf8(QByteArrayView utf8);

} // namespace hub
