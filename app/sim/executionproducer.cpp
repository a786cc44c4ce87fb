// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/sim/executionproducer.h"

namespace sim {

using namespace std::chrono_literals;

namespace {

QJsonObject eventOf(const QString &execution, const QString &event)
{
    return {{QStringLiteral("execution_id"), execution}, {QStringLiteral("event"), event}};
}

QJsonObject podEvent(const QString &execution, const QString &event, const QString &pod)
{
    QJsonObject body = eventOf(execution, event);
    body.insert(QStringLiteral("pod_id"), pod);
    return body;
}

Step call(std::chrono::milliseconds after, const QJsonObject &body)
{
    return webhook(QStringLiteral("execution"), after, body);
}

void addFailure(Script &script, Chance &chance)
{
    QJsonObject body = eventOf(
        script.job, chance.pick({"execution.failed", "execution.failed", "execution.timeout"}));
    body.insert(QStringLiteral("error"),
                chance.pick({"exit code 137", "the pod was evicted", "no space left on device"}));
    script.steps.push_back(call(chance.wait(1000ms, 6000ms), body));
}

void addSuccess(Script &script, Chance &chance)
{
    script.steps.push_back(call(chance.wait(2000ms, 9000ms),
                                eventOf(script.job, QStringLiteral("execution.completed"))));
    QJsonObject stored = eventOf(script.job, QStringLiteral("result_stored"));
    const QString file = QStringLiteral("/results/%1/summary.json").arg(script.job);
    stored.insert(QStringLiteral("result"),
                  QJsonObject{{QStringLiteral("files"), QJsonArray{file}},
                              {QStringLiteral("rows"), chance.between(10, 90'000)}});
    script.steps.push_back(call(chance.wait(400ms, 2000ms), stored));
}

} // namespace

ExecutionProducer::ExecutionProducer(const Mishaps &mishaps) : m_mishaps(mishaps) { }

Script ExecutionProducer::script(Chance &chance) const
{
    const QString execution = QStringLiteral("exec-") + chance.hex(6);
    const QString pod = QStringLiteral("pod-") + chance.hex(8);
    Script script{execution, {}};
    script.steps.push_back(call(std::chrono::milliseconds{0},
                                eventOf(execution, QStringLiteral("execution.requested"))));
    script.steps.push_back(
        call(chance.wait(200ms, 900ms), eventOf(execution, QStringLiteral("execution.queued"))));
    script.steps.push_back(
        call(chance.wait(500ms, 4000ms), podEvent(execution, QStringLiteral("pod.created"), pod)));
    script.steps.push_back(
        call(chance.wait(500ms, 3000ms), podEvent(execution, QStringLiteral("pod.running"), pod)));
    if (chance.in(m_mishaps.failures))
        addFailure(script, chance);
    else
        addSuccess(script, chance);
    addMishaps(script, chance, m_mishaps);
    return script;
}

} // namespace sim
