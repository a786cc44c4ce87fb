// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/crypto/digest.h"
#include "hub/source/runpodverifier.h"
#include "tests/support/httpcall.h"
#include "tests/support/hubprocess.h"

#include <QDateTime>
#include <QFile>
#include <QJsonArray>
#include <QTemporaryDir>

namespace test {

inline const QByteArray newSecret = "a new secret of ours";
inline const QByteArray oldSecret = "the old secret of ours";
inline const QByteArray whsec = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

inline QByteArray nowS()
{
    return QByteArray::number(QDateTime::currentSecsSinceEpoch());
}

/// A webhook with the signature that its source verifies.
struct Signed
{
    QByteArray path;
    QByteArray body;
    HttpHeaders headers;
};

inline Signed github(const QByteArray &body, const QByteArray &secret = newSecret)
{
    return {"/api/v1/webhooks/ci",
            body,
            {{"X-GitHub-Event", "workflow_run"},
             {"X-Hub-Signature-256", "sha256=" + hub::hmacSha256(secret, body).toHex()}}};
}

inline Signed gitlab(const QByteArray &body)
{
    return {"/api/v1/webhooks/lab", body, {{"X-Gitlab-Token", newSecret}}};
}

inline Signed standard(const QByteArray &body, const QByteArray &id = "msg_1")
{
    const QByteArray time = nowS();
    const QByteArray mac =
        hub::hmacSha256(QByteArray::fromBase64(whsec.mid(6)), id + '.' + time + '.' + body);
    return {"/api/v1/webhooks/std",
            body,
            {{"webhook-id", id},
             {"webhook-timestamp", time},
             {"webhook-signature", "v1,AAAA v1," + mac.toBase64()}}};
}

inline Signed stripe(const QByteArray &body)
{
    const QByteArray time = nowS();
    const QByteArray mac = hub::hmacSha256(newSecret, time + '.' + body).toHex();
    return {"/api/v1/webhooks/shop", body, {{"Stripe-Signature", "t=" + time + ",v1=" + mac}}};
}

inline Signed cloudEvent(const QByteArray &body)
{
    return {"/api/v1/webhooks/events",
            body,
            {{"Authorization", "Bearer " + newSecret},
             {"Content-Type", "application/cloudevents+json"}}};
}

inline Signed generic(const QByteArray &body)
{
    return {"/api/v1/webhooks/farm",
            body,
            {{"X-Farm-Signature", hub::hmacSha256(newSecret, body).toBase64()}}};
}

inline Signed runpod(const QByteArray &body, const QByteArray &attempt)
{
    return {"/api/v1/webhooks/pods?attempt=" + attempt
                + "&mac=" + hub::runpodMac(newSecret, "pods", attempt),
            body,
            {}};
}

inline const QByteArray runBody = R"({"workflow_run":{"id":7,"status":"completed",)"
                                  R"("conclusion":"success"}})";

/// `heliographd` with one verifying source of each scheme. Its secrets are beside its
/// configuration.
class SigningHub
{
public:
    enum class Keys { None, Some }; ///< Whether the hub requires tokens.

    explicit SigningHub(Keys keys = Keys::None)
    {
        const QByteArray auth = "\n[auth]\nhs_secret_file = \""
                                + m_dir.filePath(QStringLiteral("key")).toUtf8() + "\"\n";
        write("key", QByteArray(32, 'k'));
        write("new", newSecret + '\n');
        write("old", oldSecret);
        write("whsec", whsec + "\r\n");
        m_auth = keys == Keys::Some ? auth : QByteArray();
        configure({});
        m_hub = std::make_unique<HubProcess>(
            m_dir.filePath(QStringLiteral("data")), quint16{0},
            QStringList{QStringLiteral("--config"), m_dir.filePath(QStringLiteral("hub.toml"))});
    }

    /// Writes the configuration, with `more` added to its `[hub]` section. The hub reads it at
    /// start and on reload.
    void configure(const QByteArray &more) { write("hub.toml", configuration + more + m_auth); }
    HttpAnswer call(const QByteArray &method, const QByteArray &path, const QByteArray &body = {},
                    const HttpHeaders &headers = {})
    {
        return httpCall(m_hub->url(), method, path, body, headers);
    }
    HttpAnswer send(const Signed &webhook)
    {
        return call("POST", webhook.path, webhook.body, webhook.headers);
    }
    QString status(const QByteArray &job)
    {
        return call("GET", "/api/v1/jobs/" + job).json().value(QLatin1String("status")).toString();
    }
    QJsonObject newest()
    {
        return call("GET", "/api/v1/deliveries?limit=1")
            .json()
            .value(QLatin1String("deliveries"))
            .toArray()
            .at(0)
            .toObject();
    }
    HubProcess &process() { return *m_hub; }
    void write(const char *name, const QByteArray &bytes)
    {
        QFile file(m_dir.filePath(QLatin1String(name)));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("cannot write %s", name);
    }

private:
    static constexpr char configuration[] = R"(
[[sources]]
name = "ci"
scheme = "github"
secrets_file = ["new", "old"]
[[sources]]
name = "lab"
scheme = "gitlab"
secrets_file = ["old", "new"]
[[sources]]
name = "std"
scheme = "standard-webhooks"
secrets_file = ["whsec"]
[[sources]]
name = "shop"
scheme = "stripe"
secrets_file = ["new"]
[sources.map]
job = "/data/object/id"
status = "/type"
statuses = { "render.succeeded" = "completed", "*" = "ignored" }
[[sources]]
name = "events"
scheme = "cloudevents"
secrets_file = ["new"]
rate_per_s = 2
burst = 3
[[sources]]
name = "farm"
scheme = "generic"
secrets_file = ["new"]
signature_header = "X-Farm-Signature"
signature_encoding = "base64"
[[sources]]
name = "pods"
scheme = "runpod"
secrets_file = ["new", "old"]
[hub]
log_level = "debug"
)";

    QTemporaryDir m_dir;
    QByteArray m_auth;
    std::unique_ptr<HubProcess> m_hub;
};

} // namespace test

Q_DECLARE_METATYPE(test::Signed)
