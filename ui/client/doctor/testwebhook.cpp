// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/client/doctor/testwebhook.h"

#include "hub/base/errorcode.h"
#include "hub/base/utf8.h"
#include "ui/client/doctor/webhooksigner.h"

#include <QCoreApplication>
#include <QJsonDocument>

namespace ui {

namespace {

class Words
{
    Q_DECLARE_TR_FUNCTIONS(ui::Doctor)
};

QByteArray bodyOf(const QByteArray &job, const char *status)
{
    QJsonObject body{{QStringLiteral("job_id"), QString::fromLatin1(job)},
                     {QStringLiteral("status"), QString::fromLatin1(status)},
                     {QStringLiteral("message"), QString::fromLatin1(testMessage)}};
    body.insert(QStringLiteral("data"), QJsonObject(body));
    body.insert(QStringLiteral("type"), QStringLiteral("heliograph.doctor"));
    return QJsonDocument(body).toJson(QJsonDocument::Compact);
}

} // namespace

TestWebhook testWebhook(const Patient &patient, const QByteArray &job, qint64 nowMs)
{
    TestWebhook webhook{"/api/v1/webhooks/" + patient.source, bodyOf(job, "completed"), {}};
    if (!patient.signingKey.isEmpty())
        webhook.headers =
            signedHeaders(patient.signingKey, "msg_" + job, nowMs / 1000, webhook.body);
    return webhook;
}

TestWebhook forgedWebhook(const Patient &patient, const QByteArray &job, qint64 nowMs)
{
    TestWebhook webhook{"/api/v1/webhooks/" + patient.source, bodyOf(job, "processing"), {}};
    webhook.headers =
        signedHeaders(patient.signingKey + '?', "msg_forged_" + job, nowMs / 1000, webhook.body);
    return webhook;
}

Finding webhookRefusal(const Patient &patient, const hub::Error &error)
{
    using Severity = Finding::Severity;
    const QString source = hub::fromUtf8(patient.source);
    const bool isSigned = !patient.signingKey.isEmpty();
    const QString text =
        Words::tr("the source %1 refuses the test webhook: %2").arg(source, error.message);
    if (error.code == hub::errorcode::badSignature && isSigned)
        return {"webhook", Severity::Fault, text,
                Words::tr("check that this is the source's secret and that its scheme is "
                          "standard-webhooks; GET /api/v1/deliveries has details")};
    if (error.code == hub::errorcode::badSignature)
        return {
            "webhook", Severity::Note, text,
            Words::tr("give the source's secret with --secret-file, or choose another --source")};
    if (error.code == hub::errorcode::insufficientScope || error.code == hub::errorcode::noToken)
        return {
            "webhook", isSigned ? Severity::Fault : Severity::Note,
            Words::tr("the source %1 has no secret, so it accepts webhooks from admins only")
                .arg(source),
            Words::tr("set secrets_file for this source, use a token with the scope admin, or give "
                      "--source and --secret-file of a source that verifies signatures")};
    return {"webhook", Severity::Fault, text,
            Words::tr("choose with --source a source of this hub that accepts job_id and status")};
}

} // namespace ui
