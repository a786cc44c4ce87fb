// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/client/doctor/servicestep.h"

#include "hub/base/errorcode.h"

#include <QHostAddress>

namespace ui {

namespace {

bool isLoopback(const QString &host)
{
    return host == QLatin1String("localhost") || QHostAddress(host).isLoopback();
}

} // namespace

ServiceStep::ServiceStep(QNetworkAccessManager *network, const Patient &patient,
                         const hub::Clock &clock)
    : DoctorStep(patient, clock)
    , m_calls(network, patient, clock)
{ }

void ServiceStep::start()
{
    m_calls.get("/healthz", this,
                [this](const hub::Result<QJsonObject> &answer) { handleHealth(answer); });
}

void ServiceStep::handleHealth(const hub::Result<QJsonObject> &answer)
{
    const QString host = m_patient.hub.host();
    if (!answer && answer.error().code == hub::errorcode::badHost) {
        fault("host", answer.error().message,
              tr("add \"%1\" to trusted_hosts in the hub's configuration, or make the proxy send "
                 "a Host header that the hub trusts")
                  .arg(host));
        return finish();
    }
    if (!answer || answer->value(QLatin1String("status")) != QLatin1String("ok")) {
        fault("host",
              tr("no hub answers here: %1")
                  .arg(answer ? tr("/healthz did not answer \"ok\"") : answer.error().message),
              tr("check that the address includes the path under which the proxy serves the hub"));
        return finish();
    }
    good("host", tr("a hub answers under the name %1").arg(host));
    m_calls.get("/readyz", this,
                [this](const hub::Result<QJsonObject> &ready) { handleReady(ready); });
}

void ServiceStep::handleReady(const hub::Result<QJsonObject> &answer)
{
    if (answer)
        good("ready", tr("the hub can write to its database"));
    else
        fault("ready", tr("the hub is not ready: %1").arg(answer.error().message),
              tr("GET /readyz gives the reason"));
    m_calls.get("/api/v1/jobs?limit=1", this,
                [this](const hub::Result<QJsonObject> &jobs) { handleJobs(jobs); });
}

void ServiceStep::handleJobs(const hub::Result<QJsonObject> &answer)
{
    const bool hasToken = !m_patient.token.isEmpty();
    if (!answer)
        fault("auth", answer.error().message,
              hasToken ? tr("use another token; \"helio token\" creates one")
                       : tr("give a token with --token-file"));
    else if (hasToken)
        good("auth", tr("the token allows reading"));
    else if (isLoopback(m_patient.hub.host()))
        good("auth", tr("no token is needed"));
    else
        note("auth",
             tr("no token is needed: everyone who can reach this address can read everything"),
             tr("set keys in the section [auth] of the hub's configuration"));
    finish();
}

} // namespace ui
