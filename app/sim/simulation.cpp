// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/sim/simulation.h"

#include "app/sim/executionproducer.h"
#include "app/sim/imageproducer.h"
#include "app/sim/player.h"
#include "app/sim/runpodproducer.h"

#include <cstdio>

namespace sim {

Simulation::Simulation(const Options &options, QObject *parent)
    : QObject(parent)
    , m_options(options)
    , m_link(options.hub)
{
    const Mishaps &mishaps = m_options.mishaps;
    m_producers.push_back(std::make_unique<RunPodProducer>(mishaps, m_pictures.url()));
    m_producers.push_back(std::make_unique<ImageProducer>(mishaps, m_pictures.url()));
    m_producers.push_back(std::make_unique<ExecutionProducer>(mishaps));
    m_beat.setTimerType(Qt::PreciseTimer);
    m_beat.setInterval(std::max(1, static_cast<int>(60'000 / (m_options.rate * m_options.speed))));
    connect(&m_beat, &QTimer::timeout, this, &Simulation::startJob);
    connect(&m_link, &HubLink::ready, this, &Simulation::startJob);
    connect(&m_link, &HubLink::ready, &m_beat, qOverload<>(&QTimer::start));
}

void Simulation::start()
{
    m_link.waitUntilReady();
}

void Simulation::startJob()
{
    const quint32 number = m_started++;
    if (m_options.jobs > 0 && m_started >= static_cast<quint32>(m_options.jobs))
        m_beat.stop();
    Chance chance(m_options.seed, number);
    // Half of all jobs are restores.
    const std::size_t kind = chance.in(50) ? 0 : static_cast<std::size_t>(chance.between(1, 2));
    play(m_producers[kind]->script(chance));
}

void Simulation::play(Script script)
{
    auto *player = new Player(std::move(script), &m_link, m_options.speed, this);
    connect(player, &Player::called, this, [this, player](const QString &path, int status) {
        say(QStringLiteral("%1 %2 %3").arg(player->job(), path).arg(status));
    });
    connect(player, &Player::finished, this, [this, player] {
        player->deleteLater();
        if (++m_ended == static_cast<quint32>(m_options.jobs))
            emit finished();
    });
    player->start();
}

void Simulation::say(const QString &line) const
{
    if (!m_options.verbose)
        return;
    std::puts(qPrintable(line));
    std::fflush(stdout);
}

} // namespace sim
