// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/helio/eventlines.h"

#include "hub/base/printable.h"
#include "hub/base/timetext.h"
#include "hub/base/utf8.h"
#include "hub/json/jsondocument.h"
#include "hub/json/jsonlayout.h"
#include "hub/json/jsonslice.h"
#include "hub/json/jsonwriter.h"

#include <QDateTime>
#include <QJsonDocument>

#include <algorithm>

namespace helio {

namespace {

constexpr int jobColumn = 20;
constexpr int typeColumn = 11;

QString clock(qint64 ms)
{
    return QDateTime::fromMSecsSinceEpoch(ms).toString(QStringLiteral("HH:mm:ss.zzz"));
}

QString compact(const QJsonValue &value)
{
    if (value.isString())
        return value.toString();
    if (value.isObject())
        return hub::fromUtf8(QJsonDocument(value.toObject()).toJson(QJsonDocument::Compact));
    return value.toVariant().toString();
}

/// Returns `code: message`, or the member that is set, or the value itself if neither is set.
QString errorText(const QJsonValue &error)
{
    const QString code = compact(error[QLatin1String("code")]);
    const QString message = compact(error[QLatin1String("message")]);
    if (code.isEmpty() && message.isEmpty())
        return compact(error);
    return code.isEmpty() || message.isEmpty() ? code + message
                                               : QStringLiteral("%1: %2").arg(code, message);
}

/// Returns JSON text without line breaks. Text without line breaks is returned unchanged.
QByteArray oneLine(const QByteArray &json)
{
    return json.contains('\n') || json.contains('\r') ? hub::laidOut(json, {}) : json;
}

/// Returns a value as received, so that numbers beyond 2^53 stay exact. Strings lose their quotes.
QString exactText(const QByteArray &json)
{
    return json.startsWith('"') ? compact(hub::jsonValue(json)) : hub::fromUtf8(oneLine(json));
}

/// Returns the exact text of the producer's data; empty when the event has none.
QByteArray dataOf(const ui::JobEvent &event)
{
    const auto data = hub::jsonMember(event.text, "data");
    return data && *data != "null" ? data->toByteArray() : QByteArray();
}

QString details(const ui::JobEvent &event)
{
    const hub::JobDelta &delta = event.delta;
    QStringList parts;
    if (delta.progress)
        parts << progressText(*delta.progress).rightJustified(6);
    if (delta.step)
        parts << QStringLiteral("%1/%2").arg(delta.step->current).arg(delta.step->total);
    parts << hub::fromUtf8(delta.level) << delta.message.value_or(delta.line)
          << errorText(hub::jsonValue(delta.error)) << exactText(delta.result)
          << exactText(dataOf(event));
    parts.removeAll(QString());
    return parts.join(QLatin1Char(' '));
}

QByteArray line(const QString &time, const QString &job, hub::EventType type, const QString &rest,
                const Output &output)
{
    const QByteArray word =
        QString::fromLatin1(hub::toString(type)).leftJustified(typeColumn).toUtf8();
    QByteArray text = output.painted(time.toUtf8(), Tone::Faint) + "  ";
    if (!job.isEmpty())
        text += job.leftJustified(jobColumn).toUtf8() + "  ";
    text += output.painted(word, toneOf(type)) + ' ' + hub::escapedControls(rest).toUtf8();
    while (text.endsWith(' '))
        text.chop(1);
    return text;
}

} // namespace

Tone toneOf(hub::EventType type)
{
    switch (type) {
    case hub::EventType::Completed: return Tone::Good;
    case hub::EventType::Failed:
    case hub::EventType::TimedOut:
    case hub::EventType::Lost: return Tone::Bad;
    case hub::EventType::Processing:
    case hub::EventType::Progress: return Tone::Busy;
    default: return Tone::Plain;
    }
}

QString progressText(double progress)
{
    return QString::number(std::clamp(progress, 0.0, 100.0), 'f', 1) + QLatin1Char('%');
}

QByteArray eventLine(const ui::JobEvent &event, bool withJob, const Output &output)
{
    const QString job =
        withJob ? hub::escapedControls(hub::fromUtf8(event.delta.jobId)) : QString();
    return line(clock(event.delta.id.ms), job, event.delta.type, details(event), output);
}

QByteArray eventJson(const ui::JobEvent &event)
{
    hub::JsonWriter json;
    json.beginObject();
    json.key("id").string(event.id);
    json.key("time").time(event.delta.id.ms);
    json.key("type").string(hub::toString(event.delta.type));
    json.key("job_id").string(event.delta.jobId);
    json.key("data").raw(oneLine(event.text));
    json.endObject();
    return json.take();
}

QByteArray gapLine(const ui::Gap &gap, const Output &output)
{
    const QString text =
        QStringLiteral(
            "~~~ GAP: events after %1 are missing (%2); the stream continues after %3 ~~~")
            .arg(hub::fromUtf8(gap.requested), gap.reason, hub::fromUtf8(gap.resumedFrom));
    return output.painted(hub::escapedControls(text).toUtf8(), Tone::Bad);
}

QByteArray gapJson(const ui::Gap &gap)
{
    hub::JsonWriter json;
    json.beginObject();
    json.key("type").string(QByteArrayLiteral("hub.gap"));
    json.key("requested").string(gap.requested);
    json.key("resumed_from").string(gap.resumedFrom);
    json.key("reason").string(gap.reason);
    json.endObject();
    return json.take();
}

QByteArray stateLine(const hub::Job &job, const Output &output)
{
    QString rest = progressText(job.progress).rightJustified(6) + QLatin1Char(' ') + job.message;
    if (!job.error.isEmpty())
        rest += QLatin1Char(' ') + errorText(hub::parseJson(job.error).object());
    return line(clock(job.updatedMs), {}, hub::eventTypeOf(job.status),
                rest + QStringLiteral(" (current state)"), output);
}

QByteArray stateJson(const hub::Job &job, const QByteArray &asOf)
{
    const auto cursor = hub::Cursor::parse(asOf);
    hub::JsonWriter json;
    json.beginObject();
    json.key("type").string(QByteArrayLiteral("hub.snapshot"));
    json.key("as_of").string(asOf);
    json.key("job").raw(hub::toJson(job, cursor ? cursor->epoch : QByteArray()));
    json.endObject();
    return json.take();
}

} // namespace helio
