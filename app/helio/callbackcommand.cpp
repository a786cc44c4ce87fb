// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/helio/callbackcommand.h"

#include "hub/base/printable.h"
#include "hub/base/utf8.h"

#include <QJsonDocument>

namespace helio {

CallbackCommand::CallbackCommand(const Context &context, const CallbackOptions &options)
    : Command(context)
    , m_options(options)
    , m_api(context.network, context.hub)
{ }

void CallbackCommand::start()
{
    QJsonObject body;
    if (!m_options.source.isEmpty())
        body.insert(QStringLiteral("source"), hub::fromUtf8(m_options.source));
    if (!m_options.restoreId.isEmpty())
        body.insert(QStringLiteral("restore_id"), hub::fromUtf8(m_options.restoreId));
    m_api.callback(m_options.job, body, this, [this](const hub::Result<QJsonObject> &answer) {
        if (!answer)
            return fail(answer.error().message);
        if (m_options.json)
            m_context.output->json(QJsonDocument(*answer).toJson(QJsonDocument::Compact));
        else
            m_context.output->line(
                hub::escapedControls(answer->value(QLatin1String("url")).toString()).toUtf8());
        emit finished(Done);
    });
}

} // namespace helio
