// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/json/jsonmembers.h"

#include "hub/base/utf8.h"
#include "hub/json/jsonscanner.h"

#include <algorithm>

namespace hub {

namespace {
QByteArrayView unquoted(QByteArrayView literal)
{
    return literal.sliced(1, literal.size() - 2);
}

/// Decodes the JSON string `literal`, which includes its quotes. Without escapes the result shares
/// the bytes of `literal`.
QByteArray decodedName(QByteArrayView literal)
{
    if (literal.contains('\\'))
        return toWtf8(jsonValue(literal).toString());
    const QByteArrayView name = unquoted(literal);
    return QByteArray::fromRawData(name.data(), name.size());
}

/// Reads one member and moves past it. Returns false at the first invalid byte.
bool readMember(JsonScanner &scanner, QByteArrayView text,
                std::vector<JsonMembers::Member> &members)
{
    scanner.skipSpace();
    const qsizetype nameStart = scanner.offset();
    if (!scanner.skipString())
        return false;
    const QByteArrayView name = text.sliced(nameStart, scanner.offset() - nameStart);
    if (!scanner.skipChar(':'))
        return false;
    scanner.skipSpace();
    const qsizetype valueStart = scanner.offset();
    if (!scanner.skipValue())
        return false;
    members.push_back(
        {decodedName(name), name, text.sliced(valueStart, scanner.offset() - valueStart), false});
    return true;
}

/// Reads all members of the object. Returns false at the first invalid byte.
bool readObject(JsonScanner &scanner, QByteArrayView text,
                std::vector<JsonMembers::Member> &members)
{
    if (!scanner.skipChar('{'))
        return false;
    if (scanner.skipChar('}'))
        return scanner.atEnd();
    do {
        if (!readMember(scanner, text, members))
            return false;
    } while (scanner.skipChar(','));
    return scanner.skipChar('}') && scanner.atEnd();
}
} // namespace

QString JsonMembers::Member::string() const
{
    if (!isString())
        return {};
    return value.contains('\\') ? decoded().toString() : fromUtf8(unquoted(value));
}

QByteArray JsonMembers::Member::utf8() const
{
    if (!isString())
        return {};
    return value.contains('\\') ? toWtf8(decoded().toString()) : unquoted(value).toByteArray();
}

Result<JsonMembers> JsonMembers::parse(const QByteArray &text, int maxDepth)
{
    const qsizetype start = jsonTextStart(text);
    const QByteArrayView view = QByteArrayView(text).sliced(start);
    JsonMembers members;
    members.m_text = text;
    members.m_members.reserve(8);
    JsonScanner scanner(view, maxDepth - 1); // the object itself is the first level
    if (!readObject(scanner, view, members.m_members)) {
        JsonScanner any(view, maxDepth);
        const bool isOther = any.skipValue() && any.atEnd() && !view.trimmed().startsWith('{');
        if (!isOther)
            return jsonError(any.isTooDeep() ? any : scanner, maxDepth, start);
        return Error{QByteArrayLiteral("bad_json"), QStringLiteral("not a JSON object")};
    }
    if (!view.isValidUtf8())
        return Error{QByteArrayLiteral("bad_json"), QStringLiteral("not JSON: invalid UTF-8")};
    return members;
}

JsonMembers::Member *JsonMembers::find(QLatin1String name)
{
    const QByteArrayView wanted(name.data(), name.size());
    const auto found =
        std::find_if(m_members.rbegin(), m_members.rend(),
                     [wanted](const Member &member) { return member.name == wanted; });
    return found == m_members.rend() ? nullptr : &*found;
}

} // namespace hub
