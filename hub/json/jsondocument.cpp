// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/json/jsondocument.h"

#include "hub/json/jsonscanner.h"
#include "hub/json/jsonslice.h"

#include <algorithm>

namespace hub {

namespace {

constexpr QByteArrayView byteOrderMark("\xEF\xBB\xBF");

/// Returns the run of number characters at `at`. It may be no valid JSON number, because
/// QJsonDocument reads such runs too.
QByteArrayView numberAt(QByteArrayView text, qsizetype at)
{
    constexpr QByteArrayView parts("0123456789+-.eE");
    const auto *end = std::find_if_not(text.begin() + at, text.end(),
                                       [parts](char c) { return parts.contains(c); });
    return text.sliced(at, end - text.begin() - at);
}

bool startsNumber(char c)
{
    return c == '-' || (c >= '0' && c <= '9');
}

bool isInexact(QByteArrayView number)
{
    constexpr qsizetype exactDigits = 15; // a double keeps any number of that many digits
    bool fits = false;
    (void)number.toLongLong(&fits);
    if (fits)
        return false;
    (void)number.toDouble(&fits);
    return !fits || std::count_if(number.begin(), number.end(), [](char c) {
                        return c >= '0' && c <= '9';
                    }) > exactDigits;
}

/// Returns the number of digits before the decimal point when `number` is written without an
/// exponent. A negative result counts the zeros after the point. `number` must be valid JSON.
qint64 magnitude(QByteArrayView number)
{
    constexpr qint64 most = 1'000'000'000; // more digits than any text has
    const auto isExponent = [](char c) { return c == 'e' || c == 'E'; };
    const auto *exponentAt = std::find_if(number.begin(), number.end(), isExponent);
    const QByteArrayView digits = number.first(exponentAt - number.begin());
    const auto *point = std::find(digits.begin(), digits.end(), '.');
    const auto *first =
        std::find_if(digits.begin(), digits.end(), [](char c) { return c >= '1' && c <= '9'; });
    if (first == digits.end())
        return -1; // only zeros
    const qint64 before = first < point ? point - first : point + 1 - first;
    if (exponentAt == number.end())
        return before;
    const QByteArrayView exponent = number.sliced(digits.size() + 1);
    bool fits = false;
    const qint64 shift = exponent.toLongLong(&fits);
    if (!fits)
        return exponent.startsWith('-') ? -most : most;
    return before + std::clamp(shift, -most, most);
}

/// Rewrites JSON text so that QJsonDocument reads its U+FEFF characters and its large numbers.
class Respelling
{
public:
    explicit Respelling(QByteArrayView text) : m_text(text) { m_out.reserve(text.size() + 16); }

    QByteArray write()
    {
        while (m_at < m_text.size()) {
            const char c = m_text[m_at];
            if (c == '"')
                copyString();
            else if (startsNumber(c))
                copyNumber();
            else
                copy(1);
        }
        return m_out;
    }

private:
    void copy(qsizetype size)
    {
        size = std::min(size, m_text.size() - m_at);
        m_out.append(m_text.sliced(m_at, size));
        m_at += size;
    }

    /// Writes each U+FEFF as an escape. Copies one after a backslash: that pair is not valid JSON,
    /// and must stay invalid.
    void copyString()
    {
        copy(1);
        while (m_at < m_text.size() && m_text[m_at] != '"') {
            if (m_text[m_at] == '\\') {
                copy(2);
            } else if (m_text.sliced(m_at).startsWith(byteOrderMark)) {
                m_out.append("\\ufeff");
                m_at += byteOrderMark.size();
            } else {
                copy(1);
            }
        }
        copy(1);
    }

    /// Replaces a number outside the range of double by the nearest double.
    void copyNumber()
    {
        const QByteArrayView number = numberAt(m_text, m_at);
        bool fits = false;
        (void)number.toDouble(&fits);
        JsonScanner scanner(number);
        if (fits || !scanner.skipValue() || !scanner.atEnd())
            return copy(number.size());
        if (magnitude(number) < 0)
            m_out.append('0');
        else
            m_out.append(number.startsWith('-') ? "-1.7976931348623157e308"
                                                : "1.7976931348623157e308");
        m_at += number.size();
    }

    QByteArrayView m_text;
    QByteArray m_out;
    qsizetype m_at = 0;
};

} // namespace

QJsonDocument parseJson(const QByteArray &text, QJsonParseError *error)
{
    QJsonParseError problem;
    QJsonParseError &found = error ? *error : problem;
    const QByteArrayView body = QByteArrayView(text).sliced(jsonTextStart(text));
    if (!body.contains(byteOrderMark.front()) || !body.contains(byteOrderMark)) {
        QJsonDocument document = QJsonDocument::fromJson(text, &found);
        if (found.error != QJsonParseError::IllegalNumber)
            return document;
    }
    return QJsonDocument::fromJson(Respelling(text).write(), &found);
}

QByteArrayList inexactNumbers(QByteArrayView text)
{
    QByteArrayList numbers;
    for (qsizetype at = 0; at < text.size();) {
        qsizetype size = 1;
        if (text[at] == '"') {
            JsonScanner string(text.sliced(at));
            (void)string.skipString();
            size = std::max<qsizetype>(1, string.offset());
        } else if (startsNumber(text[at])) {
            const QByteArrayView number = numberAt(text, at);
            size = number.size();
            if (isInexact(number))
                numbers << number.toByteArray();
        }
        at += size;
    }
    std::sort(numbers.begin(), numbers.end());
    return numbers;
}

} // namespace hub
