// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/sim/runpodproducer.h"

namespace sim {

using namespace std::chrono_literals;

namespace {

const char *const phases[] = {"loading model", "detecting faces", "removing scratches",
                              "upscaling",     "grading colours", "encoding"};

QJsonObject progressOf(Chance &chance, int step, int steps)
{
    const int phase = step * static_cast<int>(std::size(phases)) / (steps + 1);
    const double percent = 100.0 * step / (steps + 1) + chance.between(0, 9) / 10.0;
    return {{QStringLiteral("type"), QStringLiteral("progress")},
            {QStringLiteral("progress"), percent},
            {QStringLiteral("step"),
             QJsonObject{{QStringLiteral("current"), step}, {QStringLiteral("total"), steps}}},
            {QStringLiteral("message"), QString::fromLatin1(phases[phase])}};
}

QJsonObject logLine(Chance &chance)
{
    const QString level = chance.pick({"debug", "info", "info", "info", "warning"});
    const QString text =
        chance.pick({"worker ready", "model restored from cache", "tile 4 of 16",
                     "allocating 8.2 GiB", "GPU at 81 degrees", "retrying download of weights"});
    return {{QStringLiteral("type"), QStringLiteral("log")},
            {QStringLiteral("level"), level},
            {QStringLiteral("message"), text}};
}

} // namespace

RunPodProducer::RunPodProducer(const Mishaps &mishaps, const QString &pictures)
    : m_mishaps(mishaps)
    , m_pictures(pictures)
{ }

Script RunPodProducer::script(Chance &chance) const
{
    const QString job = QStringLiteral("restore-") + chance.hex(6);
    const QString externalId = QStringLiteral("%1-e1").arg(chance.hex(12));
    const QString team = chance.pick({"archive", "studio", "press"});
    Script script{job, {}};
    script.steps.push_back(
        create({{QStringLiteral("job_id"), job},
                {QStringLiteral("kind"), QStringLiteral("restore")},
                {QStringLiteral("owner"), chance.pick({"anna", "ben", "carla"})},
                {QStringLiteral("labels"), QJsonObject{{QStringLiteral("team"), team}}},
                {QStringLiteral("external_id"), externalId}}));
    script.steps.push_back(
        publish(job, chance.wait(400ms, 4000ms),
                {{QStringLiteral("type"), QStringLiteral("processing")},
                 {QStringLiteral("message"), QStringLiteral("worker started")}}));
    const int steps = chance.between(8, 24);
    for (int step = 1; step <= steps; ++step) {
        script.steps.push_back(
            publish(job, chance.wait(300ms, 2000ms), progressOf(chance, step, steps)));
        if (chance.in(25))
            script.steps.push_back(publish(job, chance.wait(20ms, 200ms), logLine(chance)));
    }
    script.steps.push_back(webhook(QStringLiteral("runpod-completion"), chance.wait(300ms, 1500ms),
                                   outcome(chance, externalId, std::chrono::seconds(steps))));
    addMishaps(script, chance, m_mishaps);
    return script;
}

/// A completion payload in RunPod's format.
QJsonObject RunPodProducer::outcome(Chance &chance, const QString &externalId,
                                    std::chrono::milliseconds time) const
{
    QJsonObject body{
        {QStringLiteral("id"), externalId},
        {QStringLiteral("delayTime"), chance.between(400, 6000)},
        {QStringLiteral("executionTime"), qint64{time.count()} + chance.between(0, 999)},
        {QStringLiteral("input"), QJsonObject{{QStringLiteral("scale"), 2}}},
        {QStringLiteral("webhook"), QStringLiteral("/api/v1/webhooks/runpod-completion")}};
    if (chance.in(m_mishaps.failures)) {
        const QString status = chance.pick({"FAILED", "FAILED", "TIMED_OUT", "CANCELLED"});
        body.insert(QStringLiteral("status"), status);
        if (status == QLatin1String("FAILED"))
            body.insert(QStringLiteral("error"),
                        chance.pick({"CUDA out of memory", "no face found in the picture",
                                     "cannot download the input"}));
        return body;
    }
    const QString file = QStringLiteral("%1/restored-%2.png").arg(m_pictures, chance.hex(8));
    body.insert(QStringLiteral("status"), QStringLiteral("COMPLETED"));
    body.insert(QStringLiteral("output"), QJsonObject{{QStringLiteral("files"), QJsonArray{file}}});
    return body;
}

} // namespace sim
