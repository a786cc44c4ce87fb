// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/monitor/samplewebhook.h"

#include "hub/crypto/base64.h"
#include "hub/crypto/digest.h"

#include <QHash>
#include <QStringList>

namespace app {

namespace {

constexpr char attempt[] = "webhook-test";
constexpr char standardPrefix[] = "whsec_";

struct Sample
{
    const char *body;
    const char *header = nullptr; ///< One more header, with its value.
    const char *value = nullptr;
    const char *type = "application/json";
};

/// Bodies have no quote `'`, so that a shell can quote them.
Sample sampleOf(const QString &scheme)
{
    static const QHash<QString, Sample> samples{
        {QStringLiteral("standard-webhooks"),
         {R"({"type":"job.started","data":{"job_id":"webhook-test","status":"processing"}})"}},
        {QStringLiteral("cloudevents"),
         {R"({"specversion":"1.0","id":"test","source":"/test","type":"job.started",)"
          R"("subject":"webhook-test","data":{"status":"processing"}})",
          nullptr, nullptr, "application/cloudevents+json"}},
        {QStringLiteral("stripe"),
         {R"({"id":"evt_test","data":{"object":{"id":"webhook-test","status":"processing"}}})"}},
        {QStringLiteral("github"), {R"({"zen":"Design for failure."})", "X-GitHub-Event", "ping"}},
        {QStringLiteral("gitlab"), {R"({"object_kind":"push"})", "X-Gitlab-Event", "Push Hook"}},
        {QStringLiteral("runpod"), {R"({"id":"webhook-test","status":"IN_PROGRESS"})"}},
        {QStringLiteral("image-gen"),
         {R"({"request_id":"webhook-test","status":"PROGRESS","payload":{"progress":50}})"}},
        {QStringLiteral("execution"),
         {R"({"execution_id":"webhook-test","event":"execution.queued"})"}},
    };
    return samples.value(scheme,
                         {R"({"job_id":"webhook-test","status":"processing","progress":50})"});
}

/// Returns the key of a secret of Standard Webhooks: its base64 part, decoded.
QByteArray standardKey(const QByteArray &secret)
{
    const QByteArray text =
        secret.startsWith(standardPrefix) ? secret.mid(sizeof(standardPrefix) - 1) : secret;
    return hub::decodeBase64(text).value_or(QByteArray());
}

} // namespace

SampleWebhook::SampleWebhook(const QUrl &hub, const ui::WebhookSource &source)
    : m_url(hub)
    , m_source(source.name.toUtf8())
{
    m_url.setPath(QStringLiteral("/api/v1/webhooks/") + source.name);
    const Sample sample = sampleOf(source.scheme);
    m_body = sample.body;
    m_headers << qMakePair(QByteArray("Content-Type"), QByteArray(sample.type));
    if (sample.header)
        m_headers << qMakePair(QByteArray(sample.header), QByteArray(sample.value));
    static const QHash<QString, Signature> signatures{
        {QStringLiteral("standard-webhooks"), Signature::Standard},
        {QStringLiteral("github"), Signature::Github},
        {QStringLiteral("gitlab"), Signature::Gitlab},
        {QStringLiteral("stripe"), Signature::Stripe},
        {QStringLiteral("runpod"), Signature::Runpod}};
    if (source.isSigned)
        m_signature = signatures.value(source.scheme, Signature::Bearer);
}

/// GitLab signs as Standard Webhooks with a secret of that form, and shows any other one.
SampleWebhook::Signature SampleWebhook::signatureFor(const QByteArray &secret) const
{
    const bool signing = m_signature == Signature::Gitlab && secret.startsWith(standardPrefix);
    return signing ? Signature::Standard : m_signature;
}

QNetworkRequest SampleWebhook::request(const QByteArray &secret, const QByteArray &id,
                                       qint64 nowMs) const
{
    QNetworkRequest request(m_url);
    for (const auto &[name, value] : m_headers)
        request.setRawHeader(name, value);
    const QByteArray seconds = QByteArray::number(nowMs / 1000);
    const Signature signature = signatureFor(secret);
    if (signature == Signature::Bearer) {
        request.setRawHeader("Authorization", "Bearer " + secret);
    } else if (signature == Signature::Github) {
        request.setRawHeader("X-Hub-Signature-256",
                             "sha256=" + hub::hmacSha256(secret, m_body).toHex());
    } else if (signature == Signature::Gitlab) {
        request.setRawHeader("X-Gitlab-Token", secret);
    } else if (signature == Signature::Standard) {
        const QByteArray text = id + '.' + seconds + '.' + m_body;
        request.setRawHeader("webhook-id", id);
        request.setRawHeader("webhook-timestamp", seconds);
        request.setRawHeader("webhook-signature",
                             "v1," + hub::hmacSha256(standardKey(secret), text).toBase64());
    } else if (signature == Signature::Stripe) {
        const QByteArray mac = hub::hmacSha256(secret, seconds + '.' + m_body).toHex();
        request.setRawHeader("Stripe-Signature", "t=" + seconds + ",v1=" + mac);
    } else if (signature == Signature::Runpod) {
        const QByteArray text = "runpod\n" + m_source + '\n' + attempt;
        QUrl url = m_url;
        url.setQuery(QString::fromLatin1("attempt=" + QByteArray(attempt)
                                         + "&mac=" + hub::hmacSha256(secret, text).toHex()));
        request.setUrl(url);
    }
    return request;
}

/// Returns a command that prints the header of the signature. The header goes to curl on its
/// standard input, so that the secret is no argument of curl.
QString SampleWebhook::signedHeader(Signature signature)
{
    const QString hex = QStringLiteral(
        "$(printf %1 | openssl dgst -sha256 -hmac \"$WEBHOOK_SECRET\" -r | cut -d' ' -f1)");
    switch (signature) {
    case Signature::None:
    case Signature::Runpod: break;
    case Signature::Bearer:
        return QStringLiteral("printf 'Authorization: Bearer %s' \"$WEBHOOK_SECRET\"");
    case Signature::Gitlab:
        return QStringLiteral("printf 'X-Gitlab-Token: %s' \"$WEBHOOK_SECRET\"");
    case Signature::Github:
        return QStringLiteral("printf 'X-Hub-Signature-256: sha256=%s' \"%1\"")
            .arg(hex.arg(QStringLiteral("%s \"$BODY\"")));
    case Signature::Stripe:
        return QStringLiteral("T=$(date +%s); printf 'Stripe-Signature: t=%s,v1=%s' $T \"")
               + hex.arg(QStringLiteral("%s.%s $T \"$BODY\"")) + QLatin1Char('"');
    case Signature::Standard:
        return QStringLiteral(
            "T=$(date +%s); KEY=$(printf %s \"${WEBHOOK_SECRET#whsec_}\" | base64 -d | od -An -tx1 "
            "| tr -d ' \\n'); printf 'webhook-id: test-%s\\nwebhook-timestamp: %s\\n"
            "webhook-signature: v1,%s' $T $T \"$(printf test-%s.%s.%s $T $T \"$BODY\" | openssl "
            "dgst -sha256 -mac HMAC -macopt hexkey:$KEY -binary | base64)\"");
    }
    return {};
}

QString SampleWebhook::commands(const QByteArray &secret) const
{
    const Signature signature = signatureFor(secret);
    QString address = QString::fromLatin1(m_url.toEncoded());
    QStringList lines{QStringLiteral("BODY='%1'").arg(QString::fromLatin1(m_body))};
    if (signature != Signature::None)
        lines.prepend(QStringLiteral(": \"${WEBHOOK_SECRET:?is not set}\""));
    if (signature == Signature::Runpod) {
        lines << QStringLiteral("MAC=$(printf 'runpod\\n%1\\n%2' | openssl dgst -sha256 -hmac "
                                "\"$WEBHOOK_SECRET\" -r | cut -d' ' -f1)")
                     .arg(QString::fromLatin1(m_source), QString::fromLatin1(attempt));
        address += QStringLiteral("?attempt=%1&mac=$MAC").arg(QString::fromLatin1(attempt));
    }
    QString curl = QStringLiteral("curl");
    if (const QString header = signedHeader(signature); !header.isEmpty())
        curl = QStringLiteral("(") + header + QStringLiteral(") | curl -H @-");
    for (const auto &[name, value] : m_headers)
        curl += QStringLiteral(" -H '%1: %2'")
                    .arg(QString::fromLatin1(name), QString::fromLatin1(value));
    lines << curl + QStringLiteral(" --data-binary \"$BODY\" \"%1\"").arg(address);
    return lines.join(QLatin1Char('\n'));
}

} // namespace app
