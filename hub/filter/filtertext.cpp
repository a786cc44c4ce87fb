// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/filter/filtertext.h"

#include "hub/base/utf8.h"
#include "hub/filter/filternode.h"
#include "hub/filter/filterwords.h"

#include <algorithm>
#include <cstring>

namespace hub {

namespace {

constexpr char folded(char c)
{
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

constexpr char upper(char c)
{
    return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
}

/// Returns how common a byte is in texts; 0 = rare.
qsizetype frequency(char c)
{
    constexpr QByteArrayView common("qzxjkvbywpgfmucdl_-hrnsioate ");
    return common.indexOf(c) + 1;
}

bool isAscii(QByteArrayView bytes)
{
    return std::all_of(bytes.begin(), bytes.end(), [](char c) { return (c & 0x80) == 0; });
}

/// Returns the longest run of ASCII characters.
QByteArray longestAscii(QByteArrayView bytes)
{
    QByteArrayView longest;
    for (qsizetype from = 0; from < bytes.size(); ++from) {
        qsizetype to = from;
        while (to < bytes.size() && (bytes[to] & 0x80) == 0)
            ++to;
        if (to - from > longest.size())
            longest = bytes.sliced(from, to - from);
        from = to;
    }
    return longest.toByteArray();
}

bool equalsFolded(const char *hay, QByteArrayView needle)
{
    return std::equal(needle.begin(), needle.end(), hay,
                      [](char wanted, char c) { return folded(c) == wanted; });
}

/// Finds a byte in either case. Remembers where each case is next, so that no byte is read twice.
class BytePositions
{
public:
    BytePositions(const char *begin, const char *end, char byte)
        : m_end(end)
        , m_lower(byte)
        , m_upper(upper(byte))
        , m_nextLower(find(begin, m_lower))
        , m_nextUpper(m_upper == m_lower ? end : find(begin, m_upper))
    { }

    /// Returns the next position, or the end.
    const char *take()
    {
        const char *found = std::min(m_nextLower, m_nextUpper);
        if (found != m_end) {
            if (m_nextLower < m_nextUpper)
                m_nextLower = find(found + 1, m_lower);
            else
                m_nextUpper = find(found + 1, m_upper);
        }
        return found;
    }

private:
    const char *find(const char *from, char byte) const
    {
        const void *found = std::memchr(from, byte, static_cast<size_t>(m_end - from));
        return found ? static_cast<const char *>(found) : m_end;
    }

    const char *m_end;
    char m_lower;
    char m_upper;
    const char *m_nextLower;
    const char *m_nextUpper;
};

} // namespace

FilterText::FilterText(Kind kind, const QString &text) : m_kind(kind), m_text(text)
{
    m_utf8 = toWtf8(text);
    m_ascii = isAscii(m_utf8);
    if (kind != Kind::Contains)
        return;
    m_probe = longestAscii(m_utf8);
    for (char &c : m_probe)
        c = folded(c);
    const auto rarest = std::min_element(m_probe.cbegin(), m_probe.cend(), [](char a, char b) {
        return frequency(a) < frequency(b);
    });
    m_rarest = rarest - m_probe.cbegin();
}

FilterText FilterText::containing(const QString &text)
{
    return {Kind::Contains, text};
}

FilterText FilterText::equal(const QString &text)
{
    return {Kind::Equal, text};
}

FilterText FilterText::glob(const QString &pattern)
{
    FilterText text(Kind::Glob, pattern);
    text.m_parts = pattern.split(QLatin1Char('*'));
    return text;
}

std::optional<FilterText> FilterText::regex(const QString &pattern, int steps, qsizetype characters,
                                            QString &problem)
{
    if (pattern.size() > maxFilterRegex) {
        problem =
            FilterWords::tr("A regular expression has at most %1 characters").arg(maxFilterRegex);
        return {};
    }
    // PCRE2 uses the last of several limits.
    if (pattern.contains(QLatin1String("(*LIMIT_"))) {
        problem = FilterWords::tr("A regular expression cannot contain \"(*LIMIT_\"");
        return {};
    }
    FilterText text(Kind::Regex, pattern);
    // QRegularExpression has no function for limits. The heap limit is in KiB and applies only
    // without the JIT compiler.
    text.m_regex = QRegularExpression(
        QStringLiteral("(*LIMIT_MATCH=%1)(*LIMIT_HEAP=1024)").arg(steps) + pattern,
        QRegularExpression::CaseInsensitiveOption);
    text.m_characters = characters;
    if (!text.m_regex.isValid()) {
        problem = FilterWords::tr("Invalid regular expression: %1").arg(text.m_regex.errorString());
        return {};
    }
    return text;
}

FilterVerdict FilterText::operator()(QByteArrayView utf8) const
{
    switch (m_kind) {
    case Kind::Contains: return containedIn(utf8) ? FilterVerdict::Yes : FilterVerdict::No;
    case Kind::Equal:
        return utf8 == QByteArrayView(m_utf8) ? FilterVerdict::Yes : FilterVerdict::No;
    case Kind::Glob: return (*this)(QStringView(fromUtf8(utf8)));
    case Kind::Regex: break;
    }
    constexpr qsizetype mostBytes = 4; // of one character
    return matched(fromUtf8(utf8.first(qMin(utf8.size(), m_characters * mostBytes))));
}

FilterVerdict FilterText::operator()(QStringView text) const
{
    switch (m_kind) {
    case Kind::Contains:
        return text.contains(m_text, Qt::CaseInsensitive) ? FilterVerdict::Yes : FilterVerdict::No;
    case Kind::Equal: return text == m_text ? FilterVerdict::Yes : FilterVerdict::No;
    case Kind::Glob: return fitsGlob(text) ? FilterVerdict::Yes : FilterVerdict::No;
    case Kind::Regex: break;
    }
    return matched(text.left(qMin(text.size(), m_characters)).toString());
}

/// Finds the parts between the stars one after the other, each as early as possible.
bool FilterText::fitsGlob(QStringView text) const
{
    const QString &last = m_parts.back();
    if (!text.startsWith(m_parts.front(), Qt::CaseInsensitive))
        return false;
    text = text.mid(m_parts.front().size());
    for (qsizetype i = 1; i + 1 < m_parts.size(); ++i) {
        const qsizetype at = text.indexOf(m_parts.at(i), 0, Qt::CaseInsensitive);
        if (at < 0)
            return false;
        text = text.mid(at + m_parts.at(i).size());
    }
    return m_parts.size() == 1 ? text.isEmpty() : text.endsWith(last, Qt::CaseInsensitive);
}

bool FilterText::containedIn(QByteArrayView utf8) const
{
    // Only a text with the ASCII part can match; the rest of a text is worth decoding only then.
    if (!hasProbe(utf8))
        return false;
    return m_ascii || fromUtf8(utf8).contains(m_text, Qt::CaseInsensitive);
}

bool FilterText::hasProbe(QByteArrayView utf8) const
{
    const qsizetype last = utf8.size() - m_probe.size();
    if (m_probe.isEmpty() || last < 0)
        return m_probe.isEmpty();
    // The rarest byte can only be where the rest of the probe has room around it.
    const char *begin = utf8.data() + m_rarest;
    const char *end = begin + last + 1;
    BytePositions positions(begin, end, m_probe.at(m_rarest));
    for (const char *at = positions.take(); at != end; at = positions.take()) {
        if (equalsFolded(at - m_rarest, m_probe))
            return true;
    }
    return false;
}

FilterVerdict FilterText::matched(const QString &text) const
{
    const QRegularExpressionMatch match = m_regex.match(text.left(qMin(text.size(), m_characters)));
    if (!match.isValid())
        return FilterVerdict::Unknown;
    return match.hasMatch() ? FilterVerdict::Yes : FilterVerdict::No;
}

} // namespace hub
