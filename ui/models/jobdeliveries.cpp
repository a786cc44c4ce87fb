// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/models/jobdeliveries.h"

#include "hub/base/timetext.h"
#include "hub/base/utf8.h"
#include "ui/client/deliveryinfo.h"
#include "ui/client/hubapi.h"
#include "ui/models/curlcommand.h"

#include <QJsonArray>
#include <QPointer>

namespace ui {

void JobDeliveries::setApi(HubApi *api)
{
    m_api = api;
    setJob(m_jobId);
}

void JobDeliveries::setJob(const QByteArray &jobId)
{
    delete std::exchange(m_request, nullptr);
    delete std::exchange(m_fetches, nullptr);
    m_jobId = jobId;
    m_entries.clear();
    m_problem.clear();
    emit changed();
}

QUrl JobDeliveries::hub() const
{
    return m_api ? m_api->hub() : QUrl();
}

void JobDeliveries::load()
{
    if (!m_api || m_jobId.isEmpty())
        return;
    delete std::exchange(m_request, nullptr);
    m_request = new QObject(this);
    const QByteArray query =
        "job=" + m_jobId.toPercentEncoding() + "&limit=" + QByteArray::number(most);
    m_api->deliveries(query, m_request, [this](const hub::Result<QJsonObject> &answer) {
        std::exchange(m_request, nullptr)->deleteLater();
        if (answer) {
            m_problem.clear();
            take(*answer);
        } else if (answer.error().code == "insufficient_scope") {
            m_problem = tr("The hub shows deliveries only to a token with the scope admin.");
        } else {
            m_problem = tr("The deliveries were not loaded: %1").arg(answer.error().message);
        }
        emit changed();
    });
    emit changed();
}

void JobDeliveries::take(const QJsonObject &answer)
{
    m_entries.clear();
    const QJsonArray listed = answer.value(QLatin1String("deliveries")).toArray();
    for (const QJsonValue &value : listed) {
        if (m_entries.size() == most)
            break;
        const QJsonObject object = value.toObject();
        const auto text = [&object](const char *name) {
            return oneLine(object.value(QLatin1String(name)).toString(), 100);
        };
        m_entries << Entry{object.value(QLatin1String("id")).toInteger(),
                           hub::parseTime(text("received_at").toUtf8()).value_or(0),
                           text("source"),
                           text("verdict"),
                           text("effect"),
                           object.value(QLatin1String("size")).toInteger()};
    }
}

void JobDeliveries::fetch(qint64 id, QObject *context,
                          const std::function<void(const Full &)> &answer)
{
    if (!m_api)
        return;
    if (!m_fetches)
        m_fetches = new QObject(this);
    const QPointer<QObject> guard(context);
    m_api->delivery(id, m_fetches, [this, guard, answer](const hub::Result<QJsonObject> &found) {
        if (!guard)
            return;
        if (!found)
            return answer(
                {{}, {}, tr("The delivery was not loaded: %1").arg(found.error().message)});
        const FullDelivery full = fullDeliveryOf(*found);
        answer({requestText(full), curlCommand(full, hub()), {}});
    });
}

QString JobDeliveries::requestText(const FullDelivery &delivery)
{
    QStringList lines{hub::fromUtf8(delivery.info.method) + QLatin1Char(' ') + delivery.info.path};
    for (const auto &[name, value] : delivery.headers)
        lines << hub::fromUtf8(name) + QStringLiteral(": ") + hub::fromUtf8(value);
    lines << QString();
    if (!delivery.info.bodyKept)
        lines << tr("(The body was too large, and the hub did not keep it.)");
    else if (delivery.body.isValidUtf8())
        lines << hub::fromUtf8(delivery.body);
    else
        lines << tr("(The body is no text. It follows as base64.)")
              << QString::fromLatin1(delivery.body.toBase64());
    return lines.join(QLatin1Char('\n'));
}

QString JobDeliveries::line(const Entry &entry, TimeStyle style)
{
    const QStringList parts{formatMoment(entry.receivedMs, style), entry.source, entry.verdict,
                            entry.effect, formatBytes(entry.bytes)};
    return parts.join(QStringLiteral(" · "));
}

} // namespace ui
