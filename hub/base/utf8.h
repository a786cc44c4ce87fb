// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QString>

namespace hub {

/// Decodes `utf8`. Keeps a U+FEFF at the start: QString::fromUtf8() drops it as a byte order mark,
/// so that two different names become equal. Invalid bytes become U+FFFD, one for each maximal
/// subpart of a sequence (Unicode 15, section 3.9, as in the Encoding Standard). A sequence that
/// the end of the text cuts off becomes one U+FFFD too.
QString fromUtf8(QByteArrayView utf8);

/// Returns `utf8` with invalid bytes replaced by U+FFFD, by the rule of fromUtf8().
QByteArray wellFormedUtf8(QByteArrayView utf8);

/// Returns the number of UTF-16 code units before the first lone surrogate. Returns the size of
/// `text` when there is none.
qsizetype beforeLoneSurrogate(QStringView text);

/// Returns `text` as UTF-8, with each lone surrogate as three bytes (WTF-8). JSON escapes can
/// contain lone surrogates, but UTF-8 cannot. WTF-8 keeps different texts different, where
/// QString::toUtf8() writes a question mark. The result may be invalid UTF-8: it is for internal
/// use and must not be sent.
QByteArray toWtf8(const QString &text);

/// Decodes the result of toWtf8().
QString fromWtf8(QByteArrayView bytes);

} // namespace hub
