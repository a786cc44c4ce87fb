// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/json/jsonslice.h"

#include "hub/base/utf8.h"
#include "hub/json/jsondocument.h"

#include <QJsonArray>

namespace hub {

namespace {
/// Returns whether the JSON string `literal`, with its quotes, decodes to `name`.
bool spells(QByteArrayView literal, QByteArrayView name)
{
    if (!literal.contains('\\'))
        return literal.sliced(1, literal.size() - 2) == name;
    return toWtf8(jsonValue(literal).toString()) == name;
}

/// Calls `take` with the text of each element in order, until `take` returns false.
template<typename Take>
void eachElement(QByteArrayView array, const Take &take)
{
    JsonScanner scanner(array);
    if (!scanner.skipChar('[') || scanner.skipChar(']'))
        return;
    do {
        scanner.skipSpace();
        const qsizetype start = scanner.offset();
        if (!scanner.skipValue() || !take(array.sliced(start, scanner.offset() - start)))
            return;
    } while (scanner.skipChar(','));
}
} // namespace

Error jsonError(const JsonScanner &scanner, int levels, qsizetype start)
{
    const qsizetype offset = scanner.offset() + start;
    if (scanner.isTooDeep())
        return {
            QByteArrayLiteral("bad_json"),
            QStringLiteral("nested deeper than %1 levels at offset %2").arg(levels).arg(offset)};
    return {QByteArrayLiteral("bad_json"),
            QStringLiteral("not JSON: unexpected byte at offset %1").arg(offset)};
}

Result<void> checkJson(QByteArrayView text, int maxDepth, qsizetype start)
{
    JsonScanner scanner(text.sliced(start), maxDepth);
    if (!scanner.skipValue() || !scanner.atEnd())
        return jsonError(scanner, maxDepth, start);
    return {};
}

qsizetype jsonTextStart(QByteArrayView text)
{
    constexpr QByteArrayView byteOrderMark("\xEF\xBB\xBF");
    return text.startsWith(byteOrderMark) ? byteOrderMark.size() : 0;
}

std::optional<QByteArrayView> jsonMember(QByteArrayView object, QByteArrayView name)
{
    const QByteArrayView text = object.sliced(jsonTextStart(object));
    JsonScanner scanner(text);
    std::optional<QByteArrayView> found;
    if (!scanner.skipChar('{') || scanner.skipChar('}'))
        return found;
    do {
        scanner.skipSpace();
        const qsizetype keyStart = scanner.offset();
        if (!scanner.skipString())
            return std::nullopt;
        const bool wanted = spells(text.sliced(keyStart, scanner.offset() - keyStart), name);
        if (!scanner.skipChar(':'))
            return std::nullopt;
        scanner.skipSpace();
        const qsizetype valueStart = scanner.offset();
        if (!scanner.skipValue())
            return std::nullopt;
        if (wanted)
            found = text.sliced(valueStart, scanner.offset() - valueStart);
    } while (scanner.skipChar(','));
    return found;
}

std::optional<QByteArrayView> jsonElement(QByteArrayView array, qsizetype index)
{
    std::optional<QByteArrayView> found;
    eachElement(array, [&](QByteArrayView element) {
        if (index-- == 0)
            found = element;
        return !found;
    });
    return found;
}

std::vector<QByteArrayView> jsonElements(QByteArrayView array, size_t most)
{
    std::vector<QByteArrayView> all;
    eachElement(array, [&](QByteArrayView element) {
        if (all.size() < most)
            all.push_back(element);
        return all.size() < most;
    });
    return all;
}

bool isJsonNumber(QByteArrayView text)
{
    return text.startsWith('-') || (!text.isEmpty() && text[0] >= '0' && text[0] <= '9');
}

QJsonValue jsonValue(QByteArrayView text)
{
    const auto document = parseJson('[' + text.toByteArray() + ']');
    const QJsonArray array = document.array();
    return array.size() == 1 ? array.at(0) : QJsonValue(QJsonValue::Undefined);
}

Result<QJsonObject> parseJsonObject(const QByteArray &text, int maxDepth)
{
    if (const auto checked = checkJson(text, maxDepth, jsonTextStart(text)); !checked)
        return checked.error();
    QJsonParseError problem;
    const auto document = parseJson(text, &problem);
    if (problem.error != QJsonParseError::NoError) {
        return Error{QByteArrayLiteral("bad_json"), QStringLiteral("not JSON: %1 at offset %2")
                                                        .arg(problem.errorString())
                                                        .arg(problem.offset)};
    }
    if (!document.isObject())
        return Error{QByteArrayLiteral("bad_json"), QStringLiteral("not a JSON object")};
    return document.object();
}

} // namespace hub
