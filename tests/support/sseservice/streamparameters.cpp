// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/sseservice/streamparameters.h"

#include "ui/client/httprequest.h"

#include <QJsonDocument>
#include <QJsonObject>

using namespace std::chrono_literals;

namespace {

constexpr auto defaultDelay = 1s;

std::optional<std::chrono::milliseconds> milliseconds(const QJsonObject &object, QLatin1String name)
{
    const QJsonValue value = object.value(name);
    if (!value.isDouble())
        return {};
    return std::chrono::milliseconds(value.toInteger());
}

QUrl url(const QJsonObject &object, QLatin1String name)
{
    return QUrl(object.value(name).toString(), QUrl::StrictMode);
}

} // namespace

hub::Result<StreamParameters> parseStreamParameters(const QByteArray &json)
{
    const QJsonObject object = QJsonDocument::fromJson(json).object();
    StreamParameters parameters;
    parameters.target.url = url(object, QLatin1String("streamUrl"));
    parameters.callbackUrl = url(object, QLatin1String("callbackUrl"));
    if (!ui::isHttpUrl(parameters.target.url) || !ui::isHttpUrl(parameters.callbackUrl))
        return hub::Error{"bad_parameters",
                          QStringLiteral("streamUrl and callbackUrl are required")};

    parameters.lastEventId = object.value(QLatin1String("lastEventId")).toString().toUtf8();
    const QString method = object.value(QLatin1String("method")).toString();
    if (!method.isEmpty())
        parameters.target.method = method.toUtf8();
    parameters.target.body = object.value(QLatin1String("body")).toString().toUtf8();
    const QJsonObject headers = object.value(QLatin1String("headers")).toObject();
    for (auto it = headers.begin(); it != headers.end(); ++it)
        parameters.target.headers.emplace_back(it.key().toUtf8(), it.value().toString().toUtf8());

    parameters.timings.fixedDelay =
        milliseconds(object, QLatin1String("initialDelayMs")).value_or(defaultDelay);
    parameters.timings.watchdog =
        milliseconds(object, QLatin1String("readTimeoutMs")).value_or(0ms);
    return parameters;
}
