// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/sim/simulation.h"

#include "app/sim/executionproducer.h"
#include "app/sim/imageproducer.h"
#include "app/sim/player.h"
#include "app/sim/runpodproducer.h"

#include <algorithm>
#include <cstdio>

namespace sim {

Simulation::Simulation(const Options &options, const hub::Clock &clock, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
    , m_options(options)
    , m_link(options.hub)
    , m_beat(clock)
{
    m_link.setSigner(Signer(options.secrets));
    makeProducers();
    connect(&m_beat, &hub::ClockTimer::timedOut, this, &Simulation::startJob);
    connect(&m_link, &HubLink::ready, this, &Simulation::startJob);
}

void Simulation::makeProducers()
{
    const Mishaps &mishaps = m_options.mishaps;
    m_producers.clear();
    m_producers.push_back(std::make_unique<RunPodProducer>(mishaps, m_pictures.url()));
    m_producers.push_back(std::make_unique<ImageProducer>(mishaps, m_pictures.url()));
    m_producers.push_back(std::make_unique<ExecutionProducer>(mishaps));
}

void Simulation::start()
{
    m_link.waitUntilReady();
}

void Simulation::configure(const Options &options)
{
    m_options.rate = options.rate;
    m_options.speed = options.speed;
    m_options.mishaps = options.mishaps;
    m_options.secrets = options.secrets;
    m_link.setSigner(Signer(options.secrets));
    makeProducers();
    if (m_beat.isActive())
        pace();
}

void Simulation::stop()
{
    m_stopped = true;
    m_beat.stop();
    if (isComplete())
        emit finished();
}

bool Simulation::isComplete() const
{
    const bool all = m_options.jobs > 0 && m_started >= static_cast<quint32>(m_options.jobs);
    return (m_stopped || all) && m_ended == m_started;
}

void Simulation::pace()
{
    const double interval = 60'000 / (m_options.rate * m_options.speed);
    m_beat.start(std::chrono::milliseconds(std::max<qint64>(1, static_cast<qint64>(interval))));
}

void Simulation::startJob()
{
    if (m_stopped)
        return;
    if (m_started - m_ended >= mostRunning)
        return pace();
    const quint32 number = m_started++;
    ++m_counts.jobs;
    if (m_options.jobs == 0 || m_started < static_cast<quint32>(m_options.jobs))
        pace();
    Chance chance(m_options.seed, number);
    // Half of all jobs are restores.
    const std::size_t kind = chance.in(50) ? 0 : static_cast<std::size_t>(chance.between(1, 2));
    play(m_producers[kind]->script(chance));
}

void Simulation::play(Script script)
{
    // Without a secret nothing is signed, so no signature can be wrong.
    std::erase_if(script.steps, [this](const Step &step) {
        return step.kind == Step::Kind::Forged && !m_link.signsFor(step);
    });
    auto *player = new Player(std::move(script), &m_link, m_options.speed, m_clock, this);
    connect(player, &Player::called, this, [this, player](const Step &step, int status) {
        say(QStringLiteral("%1 %2 %3").arg(player->job(), step.path).arg(status));
        count(step, status);
    });
    connect(player, &Player::finished, this, [this, player] {
        player->deleteLater();
        endJob();
    });
    player->start();
}

void Simulation::endJob()
{
    ++m_ended;
    ++m_counts.ended;
    if (isComplete())
        emit finished();
}

void Simulation::count(const Step &step, int status)
{
    ++m_counts.calls;
    ++m_counts.answers[status];
    if (!step.webhook)
        return;
    ++m_counts.webhooks;
    switch (step.kind) {
    case Step::Kind::Usual: break;
    case Step::Kind::Duplicate: ++m_counts.duplicates; break;
    case Step::Kind::Late: ++m_counts.late; break;
    case Step::Kind::Forged: ++m_counts.forged; break;
    }
}

void Simulation::say(const QString &line) const
{
    if (!m_options.verbose)
        return;
    std::puts(qPrintable(line));
    std::fflush(stdout);
}

} // namespace sim
