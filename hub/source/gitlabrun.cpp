// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/source/gitlabrun.h"

#include "hub/base/timetext.h"

#include <QJsonObject>
#include <QRegularExpression>

#include <algorithm>

namespace hub {

namespace {

/// Returns the latest time of a run. While it runs again, GitLab still names its earlier end: then
/// 1 ms is added, so that the new run counts as later than that end.
qint64 latest(qint64 others, qint64 ended, bool isOver)
{
    const bool runsAgain = ended != 0 && !isOver;
    return std::max(others, runsAgain ? ended + 1 : ended);
}

qint64 timeOf(FieldReader &fields, const char *name)
{
    return gitlabTime(fields.text(QLatin1String(name)).value_or(QString()));
}

qint64 timeOf(const QJsonObject &build, const char *name)
{
    return gitlabTime(build.value(QLatin1String(name)).toString());
}

} // namespace

qint64 gitlabTime(const QString &text)
{
    static const QRegularExpression spaced(
        QStringLiteral(R"(^(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d) (?:(UTC)|([+-]\d\d):?(\d\d))$)"));
    const auto match = spaced.match(text);
    if (!match.hasMatch())
        return parseTime(text.toUtf8()).value_or(0);
    const QString zone = match.captured(3).isEmpty()
                             ? match.captured(4) + QLatin1Char(':') + match.captured(5)
                             : QStringLiteral("Z");
    const QString rfc3339 = match.captured(1) + QLatin1Char('T') + match.captured(2) + zone;
    return parseTime(rfc3339.toUtf8()).value_or(0);
}

RunMark pipelineRun(FieldReader &pipeline, const QJsonArray &builds, bool isOver)
{
    RunMark run;
    qint64 others = timeOf(pipeline, "created_at");
    for (const QJsonValue &value : builds) {
        const QJsonObject build = value.toObject();
        run.part = std::max(run.part, build.value(QLatin1String("id")).toInteger());
        for (const char *name : {"created_at", "started_at", "finished_at"})
            others = std::max(others, timeOf(build, name));
    }
    run.atMs = latest(others, timeOf(pipeline, "finished_at"), isOver);
    return run;
}

RunMark jobRun(FieldReader &job, bool isOver)
{
    const qint64 others =
        std::max(timeOf(job, "build_created_at"), timeOf(job, "build_started_at"));
    return {0, latest(others, timeOf(job, "build_finished_at"), isOver)};
}

} // namespace hub
