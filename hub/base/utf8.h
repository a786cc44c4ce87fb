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

/// Returns how many characters stand before the first lone surrogate; all when there is none.
qsizetype beforeLoneSurrogate(QStringView text);

/// Returns `text` as UTF-8. A lone surrogate, which JSON can spell and UTF-8 cannot, becomes the
/// three bytes that it would have (WTF-8), so that two different texts stay different;
/// QString::toUtf8() has a question mark. Such bytes are not valid UTF-8: for our own use, never to
/// be sent.
QByteArray toWtf8(const QString &text);

/// Returns what toWtf8() was given.
QString fromWtf8(QByteArrayView bytes);

} // namespace hub
