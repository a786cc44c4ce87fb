// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/helio/publishcommand.h"

#include "hub/base/printable.h"
#include "hub/base/utf8.h"

#include <QJsonDocument>

namespace helio {

PublishCommand::PublishCommand(const Context &context, const PublishOptions &options)
    : Command(context)
    , m_options(options)
    , m_api(context.network, context.hub)
{ }

void PublishCommand::start()
{
    if (m_options.createKind.isEmpty())
        return publish();
    const QJsonObject job{{QStringLiteral("job_id"), hub::fromUtf8(m_options.job)},
                          {QStringLiteral("kind"), hub::fromUtf8(m_options.createKind)}};
    m_api.createJob(job, this, [this](const hub::Result<QJsonObject> &answer) {
        if (!answer)
            return fail(answer.error().message);
        publish();
    });
}

void PublishCommand::publish()
{
    m_api.publishText(m_options.job, m_options.body, m_options.idempotencyKey, this,
                      [this](const hub::Result<QJsonObject> &answer) {
                          if (!answer)
                              return fail(answer.error().message);
                          handleAnswer(*answer);
                      });
}

void PublishCommand::handleAnswer(const QJsonObject &answer)
{
    const QString id = answer.value(QLatin1String("event_id")).toString();
    const bool duplicate = answer.value(QLatin1String("duplicate")).toBool();
    if (m_options.json)
        m_context.output->json(QJsonDocument(answer).toJson(QJsonDocument::Compact));
    else if (id.isEmpty())
        m_context.output->line(
            "ignored  "
            + hub::escapedControls(answer.value(QLatin1String("ignored")).toString()).toUtf8());
    else
        m_context.output->line((duplicate ? "duplicate  " : "accepted  ")
                               + hub::escapedControls(id).toUtf8());
    emit finished(Done);
}

} // namespace helio
