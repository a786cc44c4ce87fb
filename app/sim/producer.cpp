// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/sim/producer.h"

#include <algorithm>

namespace sim {

using namespace std::chrono_literals;

namespace {

void doubleLast(Script &script, Chance &chance)
{
    Step again = script.steps.back();
    again.after = chance.wait(100ms, 1500ms);
    again.kind = Step::Kind::Duplicate;
    script.steps.push_back(again);
}

void repeatEarlier(Script &script, Chance &chance)
{
    const auto earlier = std::find_if(script.steps.begin(), script.steps.end() - 1,
                                      [](const Step &step) { return step.webhook; });
    if (earlier == script.steps.end() - 1)
        return;
    Step again = *earlier;
    again.after = chance.wait(500ms, 4000ms);
    again.kind = Step::Kind::Late;
    script.steps.push_back(again);
}

/// Swaps two neighbouring steps. The first step stays, because it creates the job. The last one
/// stays too.
void swapNeighbours(Script &script, Chance &chance)
{
    const int count = static_cast<int>(script.steps.size());
    if (count < 4)
        return;
    const auto first = script.steps.begin() + chance.between(1, count - 3);
    std::swap(first->path, (first + 1)->path);
    std::swap(first->body, (first + 1)->body);
    std::swap(first->webhook, (first + 1)->webhook);
}

/// Puts a forged copy in front of the last usual webhook. Draws nothing, so that the other mishaps
/// of a seed stay the same.
void forgeLast(Script &script)
{
    const auto usual = [](const Step &step) {
        return step.webhook && step.kind == Step::Kind::Usual;
    };
    const auto last = std::find_if(script.steps.rbegin(), script.steps.rend(), usual);
    if (last == script.steps.rend())
        return;
    Step forged = *last;
    forged.kind = Step::Kind::Forged;
    script.steps.insert(last.base() - 1, forged);
}

} // namespace

Step create(const QJsonObject &body)
{
    return {std::chrono::milliseconds{0}, QStringLiteral("/api/v1/jobs"), body, false};
}

Step publish(const QString &job, std::chrono::milliseconds after, const QJsonObject &body)
{
    return {after, QStringLiteral("/api/v1/jobs/%1/events").arg(job), body, false};
}

Step webhook(const QString &source, std::chrono::milliseconds after, const QJsonObject &body)
{
    return {after, QStringLiteral("/api/v1/webhooks/%1").arg(source), body, true};
}

void addMishaps(Script &script, Chance &chance, const Mishaps &mishaps)
{
    if (chance.in(mishaps.outOfOrder))
        swapNeighbours(script, chance);
    if (chance.in(mishaps.duplicates))
        doubleLast(script, chance);
    if (chance.in(mishaps.late))
        repeatEarlier(script, chance);
    if (chance.in(mishaps.wrongSignatures))
        forgeLast(script);
}

} // namespace sim
