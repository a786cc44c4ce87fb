// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/sim/imageproducer.h"

#include "app/sim/picture.h"

namespace sim {

using namespace std::chrono_literals;

namespace {

QString source()
{
    return QStringLiteral("image-gen");
}

QJsonObject progressOf(const QString &request, int percent)
{
    return {{QStringLiteral("request_id"), request},
            {QStringLiteral("status"), QStringLiteral("PROGRESS")},
            {QStringLiteral("payload"), QJsonObject{{QStringLiteral("progress"), percent}}}};
}

} // namespace

ImageProducer::ImageProducer(const Mishaps &mishaps, const QString &pictures)
    : m_mishaps(mishaps)
    , m_pictures(pictures)
{ }

Script ImageProducer::script(Chance &chance) const
{
    const QString request = QStringLiteral("image-") + chance.hex(6);
    Script script{request, {}};
    script.steps.push_back(create({{QStringLiteral("job_id"), request},
                                   {QStringLiteral("kind"), QStringLiteral("image")},
                                   {QStringLiteral("owner"), chance.pick({"anna", "ben", "carla"})},
                                   {QStringLiteral("external_id"), request}}));
    int percent = 0;
    while ((percent += chance.between(4, 18)) < 100)
        script.steps.push_back(
            webhook(source(), chance.wait(300ms, 1400ms), progressOf(request, percent)));
    script.steps.push_back(webhook(source(), chance.wait(200ms, 900ms), outcome(chance, request)));
    addMishaps(script, chance, m_mishaps);
    return script;
}

QJsonObject ImageProducer::outcome(Chance &chance, const QString &request) const
{
    QJsonObject body{{QStringLiteral("request_id"), request}};
    if (chance.in(m_mishaps.failures)) {
        body.insert(QStringLiteral("status"), QStringLiteral("ERROR"));
        body.insert(QStringLiteral("message"),
                    chance.pick({"the prompt was refused", "no worker took the request",
                                 "the model ran out of memory"}));
        return body;
    }
    QJsonArray images;
    for (int i = chance.between(1, 3); i > 0; --i)
        images.append(describePicture(m_pictures, QStringLiteral("%1.png").arg(chance.hex(8))));
    body.insert(QStringLiteral("status"), QStringLiteral("OK"));
    body.insert(QStringLiteral("payload"),
                QJsonObject{{QStringLiteral("images"), images},
                            {QStringLiteral("seed"), chance.between(1, 999'999)}});
    return body;
}

} // namespace sim
