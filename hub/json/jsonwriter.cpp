// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/json/jsonwriter.h"

#include "hub/base/utf8.h"
#include "hub/json/jsonstring.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocale>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace hub {

namespace {
using Text = QVarLengthArray<char, 1024>;

void append(Text &out, QByteArrayView piece)
{
    out.append(piece.data(), piece.size());
}

void appendEscape(Text &out, char c)
{
    switch (c) {
    case '"': append(out, "\\\""); return;
    case '\\': append(out, "\\\\"); return;
    case '\n': append(out, "\\n"); return;
    case '\r': append(out, "\\r"); return;
    case '\t': append(out, "\\t"); return;
    default: append(out, "\\u00"); append(out, QByteArray(1, c).toHex());
    }
}

/// Appends the escaped content of a string, without quotes.
void appendContent(Text &out, QByteArrayView utf8)
{
    const char *plain = utf8.begin();
    while (true) {
        const char *escaped = findSpecialInJsonString(plain, utf8.end());
        append(out, {plain, escaped});
        if (escaped == utf8.end())
            break;
        appendEscape(out, *escaped);
        plain = escaped + 1;
    }
}

void appendString(Text &out, QByteArrayView utf8)
{
    append(out, "\"");
    appendContent(out, utf8);
    append(out, "\"");
}

/// Writes a lone surrogate as a JSON escape, because UTF-8 cannot encode it.
void appendString(Text &out, QStringView text)
{
    const QByteArray utf8 = text.toUtf8(); // has a question mark for each lone surrogate
    if (!utf8.contains('?') || text.isValidUtf16())
        return appendString(out, utf8);
    append(out, "\"");
    while (!text.isEmpty()) {
        const qsizetype plain = beforeLoneSurrogate(text);
        appendContent(out, text.first(plain).toUtf8());
        if (plain < text.size())
            append(out, "\\u" + QByteArray::number(text[plain].unicode(), 16));
        text = text.sliced(std::min(plain + 1, text.size()));
    }
    append(out, "\"");
}

QByteArray textOf(const QJsonValue &value)
{
    if (value.isObject())
        return QJsonDocument(value.toObject()).toJson(QJsonDocument::Compact);
    if (value.isArray())
        return QJsonDocument(value.toArray()).toJson(QJsonDocument::Compact);
    const QByteArray wrapped = QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact);
    return wrapped.mid(1, wrapped.size() - 2); // without the brackets
}
} // namespace

QByteArray JsonWriter::take()
{
    QByteArray text(m_out.constData(), m_out.size());
    m_out.clear();
    m_needComma = false;
    return text;
}

void JsonWriter::separate()
{
    if (m_needComma)
        append(m_out, ",");
    m_needComma = true;
}

JsonWriter &JsonWriter::beginObject()
{
    separate();
    append(m_out, "{");
    m_needComma = false;
    return *this;
}

JsonWriter &JsonWriter::endObject()
{
    append(m_out, "}");
    m_needComma = true;
    return *this;
}

JsonWriter &JsonWriter::endLine()
{
    append(m_out, "\n");
    m_needComma = false;
    return *this;
}

JsonWriter &JsonWriter::beginArray()
{
    separate();
    append(m_out, "[");
    m_needComma = false;
    return *this;
}

JsonWriter &JsonWriter::endArray()
{
    append(m_out, "]");
    m_needComma = true;
    return *this;
}

JsonWriter &JsonWriter::key(QByteArrayView name)
{
    const qsizetype at = m_out.size();
    m_out.resize(at + name.size() + (m_needComma ? 4 : 3));
    char *out = m_out.data() + at;
    if (m_needComma)
        *out++ = ',';
    *out++ = '"';
    out = std::copy(name.begin(), name.end(), out);
    *out++ = '"';
    *out = ':';
    m_needComma = false;
    return *this;
}

JsonWriter &JsonWriter::foreignKey(const QString &name)
{
    separate();
    appendString(m_out, name);
    append(m_out, ":");
    m_needComma = false;
    return *this;
}

JsonWriter &JsonWriter::rawKey(QByteArrayView nameText)
{
    separate();
    append(m_out, nameText);
    append(m_out, ":");
    m_needComma = false;
    return *this;
}

JsonWriter &JsonWriter::string(QStringView value)
{
    separate();
    appendString(m_out, value);
    return *this;
}

JsonWriter &JsonWriter::string(const QByteArray &utf8)
{
    separate();
    // JSON must be UTF-8 (RFC 8259 section 8.1), so invalid bytes become U+FFFD.
    appendString(m_out, utf8.isValidUtf8() ? utf8 : wellFormedUtf8(utf8));
    return *this;
}

JsonWriter &JsonWriter::number(qint64 value)
{
    std::array<char, 24> digits;
    const auto end = std::to_chars(digits.begin(), digits.end(), value).ptr;
    return raw({digits.data(), end});
}

JsonWriter &JsonWriter::number(double value)
{
    if (!std::isfinite(value))
        return null();
    return raw(QByteArray::number(value, 'g', QLocale::FloatingPointShortest));
}

JsonWriter &JsonWriter::boolean(bool value)
{
    return raw(value ? "true" : "false");
}

JsonWriter &JsonWriter::null()
{
    return raw("null");
}

JsonWriter &JsonWriter::raw(QByteArrayView json)
{
    separate();
    append(m_out, json.isEmpty() ? QByteArrayView("null") : json);
    return *this;
}

JsonWriter &JsonWriter::value(const QJsonValue &value)
{
    return raw(textOf(value));
}

JsonWriter &JsonWriter::time(qint64 ms)
{
    if (ms == 0)
        return null();
    separate();
    append(m_out, "\"");
    append(m_out, formatTime(ms));
    append(m_out, "\"");
    return *this;
}

JsonWriter &JsonWriter::textIf(QByteArrayView name, const QByteArray &value)
{
    return value.isEmpty() ? *this : key(name).string(value);
}

JsonWriter &JsonWriter::rawIf(QByteArrayView name, const QByteArray &json)
{
    return json.isEmpty() ? *this : key(name).raw(json);
}

JsonWriter &JsonWriter::textOrNull(QByteArrayView name, const QByteArray &value)
{
    key(name);
    return value.isEmpty() ? null() : string(value);
}

} // namespace hub
