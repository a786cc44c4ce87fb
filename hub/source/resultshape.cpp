// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/source/resultshape.h"

#include "hub/base/utf8.h"
#include "hub/json/jsondocument.h"
#include "hub/json/jsonslice.h"
#include "hub/json/jsonwriter.h"

#include <QHash>
#include <QJsonArray>
#include <QJsonObject>

#include <algorithm>

namespace hub {

namespace {

/// Returns the media type of a file by its suffix; empty for suffixes that providers do not
/// produce.
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

bool isUrl(const QString &text)
{
    return text.contains(QLatin1String("://")) || text.startsWith(QLatin1String("data:"));
}

/// Returns the last segment of a path or URL; empty for a data URL.
QString fileNameOf(const QString &file)
{
    if (file.startsWith(QLatin1String("data:")))
        return {};
    QString path = file;
    if (isUrl(file))
        path = path.section(QLatin1Char('#'), 0, 0).section(QLatin1Char('?'), 0, 0);
    return path.section(QLatin1Char('/'), -1);
}

void writeImage(JsonWriter &json, const QString &url, const QString &fileName)
{
    const QByteArray type = contentType(fileName);
    json.beginObject().key("url").string(url);
    if (!fileName.isEmpty())
        json.key("file_name").string(fileName);
    json.textIf("content_type", type);
    json.endObject();
}

/// Returns whether the value has the form of ComfyUI workers: `{"filename","type","data"}`.
bool isWorkerImage(const QJsonValue &image)
{
    return image[QLatin1String("data")].isString() && !image[QLatin1String("url")].isString();
}

void writeWorkerImage(JsonWriter &json, const QJsonValue &image)
{
    const QString data = image[QLatin1String("data")].toString();
    const QString name = image[QLatin1String("filename")].toString();
    if (isUrl(data))
        return writeImage(json, data, name.isEmpty() ? fileNameOf(data) : name);
    const QByteArray known = contentType(name);
    const QByteArray type = known.isEmpty() ? QByteArrayLiteral("image/png") : known;
    json.beginObject();
    json.key("url").string(QStringLiteral("data:%1;base64,%2").arg(QLatin1String(type), data));
    if (!name.isEmpty())
        json.key("file_name").string(name);
    json.key("content_type").string(type).endObject();
}

bool isImage(const QJsonValue &value)
{
    return value.isObject() || (value.isString() && !value.toString().isEmpty());
}

/// Returns the JSON object in a string; empty when there is none.
QJsonObject objectIn(const QJsonValue &value)
{
    const QString text = value.toString().trimmed();
    return text.startsWith(QLatin1Char('{')) ? parseJson(text.toUtf8()).object() : QJsonObject();
}

QString firstText(const QJsonObject &object, std::initializer_list<QLatin1String> names)
{
    for (const QLatin1String name : names) {
        if (const QString text = object.value(name).toString(); !text.isEmpty())
            return text;
    }
    return {};
}

QString messageOf(QByteArrayView error)
{
    const QJsonValue value = jsonValue(error);
    return value.isString() ? value.toString() : fromUtf8(error);
}

bool isNothing(QByteArrayView json)
{
    return json.isEmpty() || json == "null" || json == "false" || json == "\"\"" || json == "[]"
           || json == "{}";
}

} // namespace

QByteArray imageList(QByteArrayView text)
{
    const bool isList = text.startsWith('[');
    const auto elements = isList ? jsonElements(text) : std::vector{text};
    std::vector<QJsonValue> list;
    list.reserve(elements.size());
    std::transform(elements.begin(), elements.end(), std::back_inserter(list), jsonValue);
    if (std::none_of(list.begin(), list.end(), isImage))
        return {};
    const auto isOurs = [](const QJsonValue &image) {
        return image.isObject() && !isWorkerImage(image);
    };
    if (isList && std::all_of(list.begin(), list.end(), isOurs))
        return text.toByteArray(); // copied byte for byte
    JsonWriter json;
    json.beginArray();
    for (std::size_t i = 0; i < list.size(); ++i) {
        const QJsonValue &image = list[i];
        if (image.isString() && isImage(image))
            writeImage(json, image.toString(), fileNameOf(image.toString()));
        else if (image.isObject() && isWorkerImage(image))
            writeWorkerImage(json, image);
        else if (image.isObject())
            json.raw(elements[i]);
    }
    json.endArray();
    return json.take();
}

QByteArray imagesOf(QByteArrayView value)
{
    if (value.startsWith('{')) {
        for (const char *name : {"images", "image", "files", "file", "urls"}) {
            const auto member = jsonMember(value, name);
            if (const QByteArray images = member ? imageList(*member) : QByteArray();
                !images.isEmpty())
                return images;
        }
        return {};
    }
    const QJsonValue decoded = jsonValue(value);
    const QJsonArray list = decoded.isArray() ? decoded.toArray() : QJsonArray{decoded};
    const bool areUrls = std::all_of(list.begin(), list.end(), [](const QJsonValue &element) {
        return element.isString() && isUrl(element.toString());
    });
    return areUrls && !list.isEmpty() ? imageList(value) : QByteArray();
}

QByteArray resultOf(QByteArrayView value)
{
    if (value.isEmpty() || value == "null")
        return {};
    const QByteArray images = imagesOf(value);
    const auto own = value.startsWith('{') ? jsonMember(value, "images") : std::nullopt;
    if (own && *own == images)
        return value.toByteArray();
    JsonWriter json;
    json.beginObject();
    json.rawIf("images", images);
    json.key("output").raw(value);
    json.endObject();
    return json.take();
}

QByteArray reasonIn(QByteArrayView object)
{
    if (!object.startsWith('{'))
        return {};
    for (const char *name : {"error", "payload_error", "error_message", "detail"}) {
        const auto member = jsonMember(object, name);
        if (member && !isNothing(*member))
            return member->toByteArray();
    }
    return {};
}

QByteArray errorObject(QByteArrayView error, const QByteArray &code, QByteArrayView detail)
{
    const bool hasDetail = !isNothing(detail);
    if (isNothing(error))
        return hasDetail ? errorObject(detail, code) : QByteArray();
    const QJsonValue value = jsonValue(error);
    const bool isOurs =
        value[QLatin1String("message")].isString() || value[QLatin1String("code")].isString();
    if (isOurs && !hasDetail)
        return error.toByteArray();
    const QJsonObject object = isOurs ? value.toObject() : objectIn(value);
    const QString said =
        firstText(object, {QLatin1String("message"), QLatin1String("error_message"),
                           QLatin1String("error"), QLatin1String("detail")});
    const QString theirs = firstText(object, {QLatin1String("code"), QLatin1String("error_type")});
    JsonWriter json;
    json.beginObject();
    json.key("code").string(theirs.isEmpty() ? fromUtf8(code) : theirs);
    json.key("message").string(said.isEmpty() ? messageOf(error) : said);
    if (hasDetail)
        json.key("detail").raw(detail);
    json.endObject();
    return json.take();
}

} // namespace hub
