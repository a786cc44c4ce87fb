// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/auth/tokenwriter.h"
#include "tests/integration/hub/signinghub.h"

namespace test {

/// `heliographd` with access keys and one verified source of each scheme, and calls to it with
/// tokens.
class GuardedHub
{
public:
    /// Makes a token that is valid for a caller of this hub.
    static QByteArray token(const QByteArray &subject, const QByteArray &scope = "read publish",
                            const std::optional<QByteArrayList> &jobs = {})
    {
        hub::TokenClaims claims;
        claims.subject = subject;
        claims.scope = scope;
        claims.jobs = jobs;
        claims.issuedS = QDateTime::currentSecsSinceEpoch();
        claims.expiresS = claims.issuedS + 600;
        return *hub::TokenWriter::withSecret(QByteArray(32, 'k'))->write(claims);
    }

    /// Adds tables to the configuration and reloads it. Returns false when the reload failed.
    bool configure(const QByteArray &tables)
    {
        m_hub.configure(tables);
        return call(token("root", "admin"), "POST", "/api/v1/admin/reload").status == 200;
    }

    HttpAnswer call(const QByteArray &token, const QByteArray &method, const QByteArray &path,
                    const QByteArray &body = {}, HttpHeaders headers = {})
    {
        if (!token.isEmpty())
            headers.append({"Authorization", "Bearer " + token});
        return m_hub.call(method, path, body, headers);
    }
    HttpAnswer create(const QByteArray &token, const QByteArray &members)
    {
        return call(token, "POST", "/api/v1/jobs", '{' + members + '}');
    }
    HttpAnswer publish(const QByteArray &token, const QByteArray &job, const QByteArray &members)
    {
        return call(token, "POST", "/api/v1/jobs/" + job + "/events", '{' + members + '}');
    }
    /// The job's status as the caller sees it; empty when the caller sees no such job.
    QByteArray status(const QByteArray &token, const QByteArray &job)
    {
        return call(token, "GET", "/api/v1/jobs/" + job)
            .json()
            .value(QLatin1String("status"))
            .toString()
            .toUtf8();
    }
    /// Sends a webhook and returns its effect.
    QByteArray effect(const Signed &webhook)
    {
        return m_hub.send(webhook).json().value(QLatin1String("effect")).toString().toUtf8();
    }
    HttpAnswer send(const Signed &webhook) { return m_hub.send(webhook); }
    QUrl url() { return m_hub.process().url(); }

private:
    SigningHub m_hub{SigningHub::Keys::Some};
};

} // namespace test
