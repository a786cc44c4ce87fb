// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "tests/integration/helio/heliorun.h"
#include "tests/support/httpcall.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace test {

/// The verdicts of a `helio doctor --json` report by check.
inline QMap<QString, QString> verdicts(Helio &run)
{
    QMap<QString, QString> verdicts;
    const QJsonObject report = QJsonDocument::fromJson(run.lines().value(0)).object();
    for (const QJsonValue &value : report.value(QLatin1String("findings")).toArray())
        verdicts.insert(value[QLatin1String("check")].toString(),
                        value[QLatin1String("verdict")].toString());
    return verdicts;
}

inline QString textOf(Helio &run, const char *check)
{
    const QJsonObject report = QJsonDocument::fromJson(run.lines().value(0)).object();
    for (const QJsonValue &value : report.value(QLatin1String("findings")).toArray())
        if (value[QLatin1String("check")] == QLatin1String(check))
            return value[QLatin1String("text")].toString();
    return {};
}

/// The statuses of all jobs on the hub. Jobs that are not the doctor's appear as "not the
/// doctor's".
inline QStringList testJobs(const QUrl &hub)
{
    QStringList statuses;
    const QJsonObject list = httpCall(hub, "GET", "/api/v1/jobs").json();
    for (const QJsonValue &job : list.value(QLatin1String("jobs")).toArray())
        statuses << (job[QLatin1String("job_id")].toString().startsWith(
                         QLatin1String("heliograph-doctor-"))
                         ? job[QLatin1String("status")].toString()
                         : QStringLiteral("not the doctor's"));
    return statuses;
}

} // namespace test
