// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/json/jsondocument.h"

#include "hub/json/jsonscanner.h"
#include "hub/json/jsonslice.h"

#include <algorithm>

namespace hub {

namespace {

constexpr QByteArrayView byteOrderMark("\xEF\xBB\xBF");

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

/// Appends a number. Replaces one outside the range of double by the nearest double.
void appendNumber(QByteArray &out, QByteArrayView number)
{
    bool fits = false;
    (void)number.toDouble(&fits);
    if (fits)
        out.append(number);
    else if (magnitude(number) < 0)
        out.append('0');
    else
        out.append(number.startsWith('-') ? "-1.7976931348623157e308" : "1.7976931348623157e308");
}

/// Rewrites JSON text so that QJsonDocument reads its U+FEFF characters and its large numbers.
/// Copies the text from the first invalid token on, so that it stays invalid.
QByteArray respelt(QByteArrayView text)
{
    QByteArray out;
    out.reserve(text.size() + 16);
    JsonScanner scanner(text.sliced(jsonTextStart(text)));
    const char *copied = text.begin();
    for (auto token = scanner.nextToken(); !token.isEmpty(); token = scanner.nextToken()) {
        out.append(QByteArrayView(copied, token.begin()));
        if (token.startsWith('"'))
            out.append(token.toByteArray().replace(byteOrderMark, "\\ufeff"));
        else if (isJsonNumber(token))
            appendNumber(out, token);
        else
            out.append(token);
        copied = token.end();
    }
    out.append(QByteArrayView(copied, text.end()));
    return out;
}

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
    return QJsonDocument::fromJson(respelt(text), &found);
}

QByteArrayList inexactNumbers(QByteArrayView text)
{
    QByteArrayList numbers;
    JsonScanner scanner(text.sliced(jsonTextStart(text)));
    for (auto token = scanner.nextToken(); !token.isEmpty(); token = scanner.nextToken()) {
        if (isJsonNumber(token) && isInexact(token))
            numbers << token.toByteArray();
    }
    std::sort(numbers.begin(), numbers.end());
    return numbers;
}

} // namespace hub
