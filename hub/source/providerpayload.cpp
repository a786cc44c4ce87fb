// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/source/providerpayload.h"

#include "hub/wire/jsonslice.h"
#include "hub/wire/jsonwriter.h"

#include <QHash>
#include <QJsonArray>
#include <QJsonObject>

#include <algorithm>

namespace hub {

namespace {
/// Media type by suffix of what the providers make; empty for others.
QByteArray contentType(const QString &fileName)
{
    static const QHash<QString, QByteArray> types{
        {QStringLiteral("avif"), "image/avif"},   {QStringLiteral("bmp"), "image/bmp"},
        {QStringLiteral("gif"), "image/gif"},     {QStringLiteral("jpeg"), "image/jpeg"},
        {QStringLiteral("jpg"), "image/jpeg"},    {QStringLiteral("mov"), "video/quicktime"},
        {QStringLiteral("mp4"), "video/mp4"},     {QStringLiteral("png"), "image/png"},
        {QStringLiteral("svg"), "image/svg+xml"}, {QStringLiteral("tif"), "image/tiff"},
        {QStringLiteral("tiff"), "image/tiff"},   {QStringLiteral("webm"), "video/webm"},
        {QStringLiteral("webp"), "image/webp"}};
    return types.value(fileName.section(QLatin1Char('.'), -1).toLower());
}

/// The last path segment of a path or URL.
QString fileNameOf(const QString &file)
{
    QString path = file;
    if (path.contains(QLatin1String("://")))
        path = path.section(QLatin1Char('#'), 0, 0).section(QLatin1Char('?'), 0, 0);
    return path.section(QLatin1Char('/'), -1);
}

void writeFile(JsonWriter &json, const QJsonValue &file)
{
    if (file.isObject()) {
        json.value(file);
        return;
    }
    const QString text = file.toString();
    const QString fileName = fileNameOf(text);
    json.beginObject().key("url").string(text).key("file_name").string(fileName);
    if (const QByteArray type = contentType(fileName); !type.isEmpty())
        json.key("content_type").string(type);
    json.endObject();
}

void writeFiles(JsonWriter &json, QByteArrayView text)
{
    const QJsonValue files = jsonValue(text);
    const QJsonArray list = files.isArray() ? files.toArray() : QJsonArray{files};
    const auto isObject = [](const QJsonValue &file) { return file.isObject(); };
    if (files.isArray() && std::all_of(list.begin(), list.end(), isObject)) {
        json.raw(text); // already as it should be, to the byte
        return;
    }
    json.beginArray();
    for (const QJsonValue &file : list) {
        if (file.isString() || file.isObject())
            writeFile(json, file);
    }
    json.endArray();
}
} // namespace

QByteArray imagesResult(QByteArrayView files, QByteArrayView output)
{
    if (files.isEmpty() && output.isEmpty())
        return {};
    JsonWriter json;
    json.beginObject();
    if (!files.isEmpty())
        writeFiles(json.key("images"), files);
    if (!output.isEmpty())
        json.key("output").raw(output);
    json.endObject();
    return json.take();
}

QByteArray errorObject(QByteArrayView error, const QByteArray &code)
{
    const QJsonValue value = jsonValue(error);
    if (error.isEmpty() || value.isNull())
        return {};
    const bool isOurs =
        value[QLatin1String("message")].isString() || value[QLatin1String("code")].isString();
    if (isOurs)
        return error.toByteArray();
    JsonWriter json;
    json.beginObject().key("code").string(code).key("message");
    if (value.isString())
        json.string(value.toString());
    else
        json.string(error.toByteArray());
    json.endObject();
    return json.take();
}

void adoptRest(JobChange &change, const FieldReader &fields)
{
    FieldReader::Rest rest = fields.rest();
    change.extra = std::move(rest.members);
    change.dropped = rest.dropped;
}

QString unknownValue(const QString &value)
{
    constexpr qsizetype shown = 64;
    return QStringLiteral("unknown value \"%1\"").arg(value.left(shown));
}

} // namespace hub
