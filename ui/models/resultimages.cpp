// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/models/resultimages.h"

#include "hub/json/jsondocument.h"

#include <QJsonArray>

namespace ui {

namespace {

bool fetchable(const QUrl &url)
{
    const QString scheme = url.scheme();
    return url.isValid()
           && (scheme == QLatin1String("http") || scheme == QLatin1String("https")
               || scheme == QLatin1String("data"));
}

ResultImage imageOf(const QJsonValue &value, const QUrl &hub)
{
    const QJsonObject object = value.toObject();
    const QString address =
        value.isString() ? value.toString() : object.value(QLatin1String("url")).toString();
    ResultImage image;
    image.url = address.isEmpty() ? QUrl() : hub.resolved(QUrl(address));
    image.name = object.value(QLatin1String("file_name")).toString();
    if (image.name.isEmpty() && image.url.scheme() != QLatin1String("data"))
        image.name = image.url.fileName();
    image.width = object.value(QLatin1String("width")).toInt();
    image.height = object.value(QLatin1String("height")).toInt();
    return image;
}

} // namespace

QList<ResultImage> resultImages(const hub::Job &job, const QUrl &hub)
{
    QList<ResultImage> images;
    const QJsonObject result = hub::parseJson(job.result).object();
    const QJsonArray listed = result.value(QLatin1String("images")).toArray();
    for (const QJsonValue &value : listed) {
        const ResultImage image = imageOf(value, hub);
        if (fetchable(image.url) && images.size() < maxResultImages)
            images.append(image);
    }
    return images;
}

} // namespace ui
