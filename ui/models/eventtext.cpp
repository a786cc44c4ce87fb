// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/models/eventtext.h"

#include "hub/json/jsondocument.h"
#include "ui/models/formats.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>

namespace ui {

namespace {

class Texts
{
    Q_DECLARE_TR_FUNCTIONS(ui::EventText)
};

QString errorOf(const QJsonValue &error)
{
    if (error.isString())
        return error.toString();
    const QJsonObject object = error.toObject();
    const QString code = object.value(QLatin1String("code")).toString();
    const QString message = object.value(QLatin1String("message")).toString();
    if (code.isEmpty() || message.isEmpty())
        return code + message;
    return code + QStringLiteral(": ") + message;
}

QString resultOf(const QJsonValue &result)
{
    const QJsonObject object = result.toObject();
    const auto images = object.value(QLatin1String("images")).toArray().size();
    if (images > 0) {
        return images == 1 ? Texts::tr("1 image")
                           : Texts::tr("%Ln images", nullptr, static_cast<int>(images));
    }
    const auto files = object.value(QLatin1String("files")).toArray();
    if (files.size() == 1)
        return files.first().toString().section(QLatin1Char('/'), -1);
    if (!files.isEmpty())
        return Texts::tr("%Ln files", nullptr, static_cast<int>(files.size()));
    return result.isString() ? result.toString() : QString();
}

QJsonValue parsed(const QByteArray &json)
{
    if (json.isEmpty())
        return QJsonValue::Null;
    // QJsonDocument reads only arrays and objects, so wrap the value to read plain strings too.
    const auto document = hub::parseJson('[' + json + ']');
    return document.array().isEmpty() ? QJsonValue() : document.array().first();
}

} // namespace

QString eventText(const JobEvent &event)
{
    const hub::JobDelta &delta = event.delta;
    QStringList parts;
    if (delta.type == hub::EventType::Progress) {
        if (delta.progress)
            parts << formatPercent(*delta.progress);
        if (delta.step)
            parts << Texts::tr("step %1/%2").arg(delta.step->current).arg(delta.step->total);
    }
    for (const QString &text : {errorText(delta.error), resultOf(parsed(delta.result)),
                                delta.message.value_or(delta.line)}) {
        if (!text.isEmpty())
            parts << isolated(text);
    }
    return oneLine(parts.join(QStringLiteral(" · ")), 4000);
}

QString errorText(const QByteArray &json)
{
    return errorOf(parsed(json));
}

QString outcomeText(const hub::Job &job)
{
    if (const QString error = errorText(job.error); !error.isEmpty())
        return oneLine(error);
    if (const QString result = resultOf(parsed(job.result)); !result.isEmpty())
        return oneLine(result);
    return oneLine(job.message);
}

} // namespace ui
