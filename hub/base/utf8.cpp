// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/base/utf8.h"

#include <algorithm>

namespace hub {

namespace {

constexpr QByteArrayView byteOrderMark("\xEF\xBB\xBF");
constexpr QByteArrayView replacement("\xEF\xBF\xBD"); // U+FFFD

/// The first bytes of a text: one encoded character, or the maximal subpart of an invalid sequence.
struct Sequence
{
    qsizetype size;
    bool isCharacter;
};

/// Returns how many bytes follow the first byte of a sequence; 0 for ASCII and invalid bytes.
int trailingBytes(unsigned char first)
{
    if (first >= 0xC2 && first <= 0xDF)
        return 1;
    if (first >= 0xE0 && first <= 0xEF)
        return 2;
    return first >= 0xF0 && first <= 0xF4 ? 3 : 0;
}

/// Reads the first sequence by Unicode 15, table 3-7. `text` must not be empty.
Sequence firstSequence(QByteArrayView text)
{
    const auto byte = [text](qsizetype at) { return static_cast<unsigned char>(text[at]); };
    const unsigned char first = byte(0);
    const int trailing = trailingBytes(first);
    if (trailing == 0)
        return {1, first < 0x80};
    unsigned char least = first == 0xE0 ? 0xA0 : first == 0xF0 ? 0x90 : 0x80;
    unsigned char most = first == 0xED ? 0x9F : first == 0xF4 ? 0x8F : 0xBF;
    for (qsizetype at = 1; at <= trailing; ++at) {
        if (at == text.size() || byte(at) < least || byte(at) > most)
            return {at, false};
        least = 0x80; // only the second byte has a narrower range
        most = 0xBF;
    }
    return {trailing + 1, true};
}

/// Decodes with Qt. Qt removes one byte order mark, so a text that starts with one gets another.
QString decoded(QByteArrayView utf8)
{
    return utf8.startsWith(byteOrderMark)
               ? QString::fromUtf8(byteOrderMark.toByteArray().append(utf8))
               : QString::fromUtf8(utf8);
}

constexpr qsizetype surrogateBytes = 3;

void appendSurrogate(QByteArray &out, char16_t surrogate)
{
    out.append('\xED');
    out.append(static_cast<char>(0x80 | ((surrogate >> 6) & 0x3F)));
    out.append(static_cast<char>(0x80 | (surrogate & 0x3F)));
}

bool startsWithSurrogate(QByteArrayView bytes)
{
    return bytes.size() >= surrogateBytes && bytes[0] == '\xED'
           && static_cast<unsigned char>(bytes[1]) >= 0xA0;
}

char16_t surrogateAt(QByteArrayView bytes)
{
    return static_cast<char16_t>(0xD000 | ((bytes[1] & 0x3F) << 6) | (bytes[2] & 0x3F));
}

/// Returns the number of bytes before the first encoded surrogate.
qsizetype beforeSurrogate(QByteArrayView bytes)
{
    qsizetype at = 0;
    while (at < bytes.size() && !startsWithSurrogate(bytes.sliced(at)))
        ++at;
    return at;
}

} // namespace

qsizetype beforeLoneSurrogate(QStringView text)
{
    for (qsizetype at = 0; at < text.size(); ++at) {
        if (!text[at].isSurrogate())
            continue;
        const bool isPair =
            text[at].isHighSurrogate() && at + 1 < text.size() && text[at + 1].isLowSurrogate();
        if (!isPair)
            return at;
        ++at;
    }
    return text.size();
}

QByteArray wellFormedUtf8(QByteArrayView utf8)
{
    if (utf8.isValidUtf8())
        return utf8.toByteArray();
    QByteArray out;
    out.reserve(utf8.size() + 16);
    while (!utf8.isEmpty()) {
        const Sequence sequence = firstSequence(utf8);
        out.append(sequence.isCharacter ? utf8.first(sequence.size) : replacement);
        utf8 = utf8.sliced(sequence.size);
    }
    return out;
}

QString fromUtf8(QByteArrayView utf8)
{
    QString text = decoded(utf8);
    // Qt writes one U+FFFD for each invalid byte, not for each maximal subpart.
    return text.contains(QChar::ReplacementCharacter) ? decoded(wellFormedUtf8(utf8)) : text;
}

QByteArray toWtf8(const QString &text)
{
    QByteArray utf8 = text.toUtf8();
    if (!utf8.contains('?') || text.isValidUtf16())
        return utf8;
    QByteArray out;
    QStringView rest = text;
    while (!rest.isEmpty()) {
        const qsizetype plain = beforeLoneSurrogate(rest);
        out.append(rest.first(plain).toUtf8());
        if (plain < rest.size())
            appendSurrogate(out, rest[plain].unicode());
        rest = rest.sliced(std::min(plain + 1, rest.size()));
    }
    return out;
}

QString fromWtf8(QByteArrayView bytes)
{
    QString text = fromUtf8(bytes);
    if (!text.contains(QChar::ReplacementCharacter) || bytes.isValidUtf8())
        return text;
    text.clear();
    while (!bytes.isEmpty()) {
        const qsizetype plain = beforeSurrogate(bytes);
        text += fromUtf8(bytes.first(plain));
        if (plain < bytes.size())
            text += QChar(surrogateAt(bytes.sliced(plain)));
        bytes = bytes.sliced(std::min(plain + surrogateBytes, bytes.size()));
    }
    return text;
}

} // namespace hub
