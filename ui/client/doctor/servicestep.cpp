// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/client/doctor/servicestep.h"

#include <QHostAddress>

namespace ui {

namespace {

bool isLoopback(const QString &host)
{
    return host == QLatin1String("localhost") || QHostAddress(host).isLoopback();
}

} // namespace

ServiceStep::ServiceStep(QNetworkAccessManager *network, const Patient &patient)
    : DoctorStep(patient)
    , m_calls(network, patient)
{ }

void ServiceStep::start()
{
    m_calls.get("/healthz", this,
                [this](const hub::Result<QJsonObject> &answer) { handleHealth(answer); });
}

void ServiceStep::handleHealth(const hub::Result<QJsonObject> &answer)
{
    const QString host = m_patient.hub.host();
    if (!answer && answer.error().code == "bad_host") {
        fault("host", answer.error().message,
              tr("add \"%1\" to trusted_hosts in the hub's configuration, or let the proxy send a "
                 "Host that it trusts")
                  .arg(host));
        return finish();
    }
    if (!answer || answer->value(QLatin1String("status")) != QLatin1String("ok")) {
        fault("host",
              tr("no hub answers here: %1")
                  .arg(answer ? tr("its /healthz says something else") : answer.error().message),
              tr("is the address complete, with the path that the proxy puts the hub under?"));
        return finish();
    }
    good("host", tr("a hub answers to the name %1").arg(host));
    m_calls.get("/readyz", this,
                [this](const hub::Result<QJsonObject> &ready) { handleReady(ready); });
}

void ServiceStep::handleReady(const hub::Result<QJsonObject> &answer)
{
    if (answer)
        good("ready", tr("its database takes commits"));
    else
        fault("ready", tr("it is not ready: %1").arg(answer.error().message),
              tr("GET /readyz says why"));
    m_calls.get("/api/v1/jobs?limit=1", this,
                [this](const hub::Result<QJsonObject> &jobs) { handleJobs(jobs); });
}

void ServiceStep::handleJobs(const hub::Result<QJsonObject> &answer)
{
    const bool hasToken = !m_patient.token.isEmpty();
    if (!answer)
        fault("auth", answer.error().message,
              hasToken ? tr("this token does not do: \"helio token\" makes one")
                       : tr("give a token with --token-file"));
    else if (hasToken)
        good("auth", tr("the token is good for reading"));
    else if (isLoopback(m_patient.hub.host()))
        good("auth", tr("no token is needed"));
    else
        note("auth", tr("no token is needed: whoever reaches this address sees everything"),
             tr("set keys in [auth] of the hub's configuration"));
    finish();
}

} // namespace ui
