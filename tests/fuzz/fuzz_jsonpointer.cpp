// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/json/jsonslice.h"
#include "hub/source/genericmap.h"
#include "hub/source/jsonpointer.h"
#include "tests/fuzz/fuzz.h"

#include <QJsonArray>
#include <QJsonObject>

using namespace hub;

namespace {

/// Returns whether the text survives QString, which drops a leading byte order mark and replaces
/// invalid bytes.
bool isUtf8(const QByteArray &text)
{
    return QString::fromUtf8(text).toUtf8() == text;
}

/// A second implementation of RFC 6901, on Qt's own document. Undefined when nothing is found.
QJsonValue found(QJsonValue value, const QByteArray &pointer)
{
    if (pointer.isEmpty())
        return value;
    for (QByteArray token : pointer.mid(1).split('/')) {
        token.replace("~1", "/").replace("~0", "~");
        if (value.isArray()) {
            bool isNumber = false;
            const qsizetype index = token.toLongLong(&isNumber);
            const bool isIndex = isNumber && QByteArray::number(qint64(index)) == token;
            value = isIndex && index >= 0 && index < value.toArray().size()
                        ? value.toArray().at(index)
                        : QJsonValue(QJsonValue::Undefined);
        } else {
            value = value.isObject() ? value.toObject().value(QString::fromUtf8(token))
                                     : QJsonValue(QJsonValue::Undefined);
        }
    }
    return value;
}

void checkFind(const JsonPointer &pointer, const QByteArray &document)
{
    const auto object = parseJsonObject(document);
    if (!object)
        return;
    const auto slice = pointer.find(document);
    if (slice) {
        FUZZ_CHECK(slice->data() >= document.constData()
                   && slice->data() + slice->size() <= document.constData() + document.size());
    }
    // Qt drops byte order marks from names and cannot represent invalid UTF-8.
    const QByteArray all = pointer.toString() + document;
    if (all.contains("\xEF\xBB\xBF") || !isUtf8(document) || !isUtf8(pointer.toString())
        || document.contains("\\u"))
        return;
    const QJsonValue expected = found(*object, pointer.toString());
    FUZZ_CHECK(slice.has_value() == !expected.isUndefined());
    FUZZ_CHECK(!slice || jsonValue(*slice) == expected);
}

/// The configuration accepts valid pointers and names the key of an invalid one.
void checkMap(const QByteArray &text, bool isPointer)
{
    if (!isUtf8(text))
        return;
    const auto map = GenericMap::parse({{QStringLiteral("job"), QString::fromUtf8(text)}}, {});
    if (map)
        FUZZ_CHECK(isPointer && map->job && map->job->toString() == text);
    else
        FUZZ_CHECK(map.error().code == "bad_map"
                   && map.error().message.contains(QLatin1String("job")));
}

} // namespace

/// The input is a line with a pointer, then a document.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    const QByteArray input(reinterpret_cast<const char *>(bytes), qsizetype(size));
    const qsizetype end = input.indexOf('\n');
    const QByteArray text = input.left(end);
    const auto pointer = JsonPointer::parse(text);
    checkMap(text, pointer.has_value());
    if (!pointer)
        return 0;
    FUZZ_CHECK(pointer->toString() == text);
    checkFind(*pointer, end < 0 ? QByteArray("{}") : input.mid(end + 1));
    return 0;
}
