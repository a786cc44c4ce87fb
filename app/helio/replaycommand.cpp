// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/helio/replaycommand.h"

#include "hub/base/clock.h"
#include "hub/base/printable.h"
#include "hub/base/timetext.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace helio {

namespace {

constexpr int pageSize = 1000;

qint64 idOf(const QJsonObject &delivery)
{
    return delivery.value(QLatin1String("id")).toInteger();
}

QByteArray column(const QJsonObject &object, const char *name, qsizetype width)
{
    return hub::escapedControls(object.value(QLatin1String(name)).toString())
               .leftJustified(width)
               .toUtf8()
           + "  ";
}

} // namespace

ReplayCommand::ReplayCommand(const Context &context, const ReplayOptions &options)
    : Command(context)
    , m_options(options)
    , m_api(context.network, context.hub)
{ }

void ReplayCommand::start()
{
    if (m_options.ids.isEmpty())
        askPage(0);
    else
        lookUpNext();
}

void ReplayCommand::askPage(qint64 before)
{
    QByteArrayList query{"limit=" + QByteArray::number(pageSize)};
    if (!m_options.query.isEmpty())
        query << m_options.query;
    if (before > 0)
        query << "before=" + QByteArray::number(before);
    m_api.deliveries(query.join('&'), this, [this](const hub::Result<QJsonObject> &answer) {
        if (!answer)
            return fail(answer.error().message);
        handlePage(*answer);
    });
}

void ReplayCommand::handlePage(const QJsonObject &answer)
{
    const QJsonArray page = answer.value(QLatin1String("deliveries")).toArray();
    const qint64 oldest =
        m_options.since.count() > 0 ? hub::SystemClock().wallMs() - m_options.since.count() : 0;
    bool more = page.size() == pageSize;
    for (const QJsonValue &value : page) {
        const QJsonObject delivery = value.toObject();
        const QByteArray received =
            delivery.value(QLatin1String("received_at")).toString().toUtf8();
        if (hub::parseTime(received).value_or(0) < oldest
            || m_deliveries.size() == m_options.limit) {
            more = false;
            break;
        }
        // Skip replays: each one repeats a delivery that is in the list too.
        if (!delivery.value(QLatin1String("replay_of")).isDouble())
            m_deliveries << delivery;
    }
    const qint64 last = page.isEmpty() ? 0 : idOf(page.last().toObject());
    if (more && last > 1)
        return askPage(last);
    if (m_deliveries.isEmpty())
        m_context.output->complain(tr("no delivery matches"));
    replayAll();
}

/// Looks up all named deliveries before the first replay, so that an unknown id changes nothing.
void ReplayCommand::lookUpNext()
{
    if (m_known == m_options.ids.size()) {
        std::reverse(m_deliveries.begin(), m_deliveries.end());
        return replayAll();
    }
    m_api.delivery(m_options.ids.at(m_known++), this,
                   [this](const hub::Result<QJsonObject> &answer) {
                       if (!answer)
                           return fail(answer.error().message);
                       QJsonObject delivery = *answer;
                       for (const char *heavy : {"headers", "body", "body_base64"})
                           delivery.remove(QLatin1String(heavy));
                       m_deliveries << delivery;
                       lookUpNext();
                   });
}

void ReplayCommand::replayAll()
{
    if (!m_options.dryRun)
        return replayNext();
    while (!m_deliveries.isEmpty())
        print(m_deliveries.takeLast(), {});
    emit finished(Done);
}

void ReplayCommand::replayNext()
{
    if (m_deliveries.isEmpty())
        return emit finished(m_refused ? Trouble : Done);
    const QJsonObject delivery = m_deliveries.takeLast();
    m_api.replayDelivery(idOf(delivery), this,
                         [this, delivery](const hub::Result<QJsonObject> &answer) {
                             if (answer) {
                                 print(delivery, *answer);
                                 return replayNext();
                             }
                             m_refused = true;
                             m_context.output->complain(
                                 tr("%1: %2").arg(idOf(delivery)).arg(answer.error().message));
                             if (answer.error().code == "unreachable")
                                 return emit finished(Trouble); // The others would fail too.
                             replayNext();
                         });
}

void ReplayCommand::print(const QJsonObject &delivery, const QJsonObject &outcome)
{
    if (m_options.json) {
        QJsonObject whole{{QStringLiteral("delivery"), delivery}};
        if (!outcome.isEmpty())
            whole.insert(QStringLiteral("outcome"), outcome);
        m_context.output->json(QJsonDocument(whole).toJson(QJsonDocument::Compact));
        return;
    }
    QByteArray line = QByteArray::number(idOf(delivery)).rightJustified(6) + "  "
                      + column(delivery, "received_at", 24) + column(delivery, "source", 12)
                      + column(delivery, "job_id", 20);
    const QJsonObject &said = outcome.isEmpty() ? delivery : outcome;
    line += hub::escapedControls(said.value(QLatin1String("effect")).toString()).toUtf8();
    m_context.output->line(line);
}

} // namespace helio
