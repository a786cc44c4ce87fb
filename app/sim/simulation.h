// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/sim/counts.h"
#include "app/sim/hublink.h"
#include "app/sim/pictureserver.h"
#include "app/sim/producer.h"
#include "hub/base/clocktimer.h"
#include "hub/base/systemclock.h"

#include <QObject>

#include <memory>
#include <vector>

namespace sim {

/// Starts jobs of all producers at a constant rate, until `Options::jobs` are started, it is told
/// to stop, or it is destroyed.
class Simulation : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Simulation)

public:
    struct Options
    {
        QUrl hub;
        quint32 seed = 1;
        double rate = 40; ///< Jobs per minute.
        int jobs = 0; ///< 0 = no limit.
        double speed = 1; ///< Divides all delays, also those between jobs.
        bool verbose = false; ///< Prints one line per call.
        Mishaps mishaps;
        Signer::Secrets secrets = {}; ///< Of the sources, by their names.
    };

    /// While this number of jobs runs, for example because the hub is slow, no other one starts.
    static constexpr quint32 mostRunning = 1000;

    /// `clock` is not owned and outlives this.
    explicit Simulation(const Options &options, const hub::Clock &clock = hub::systemClock(),
                        QObject *parent = nullptr);

    /// Waits until the hub is ready, then starts jobs.
    void start();
    /// Takes rate, speed, mishaps and secrets for the jobs that start from now on.
    void configure(const Options &options);
    /// Starts no more jobs. Emits finished() when the running ones have ended.
    void stop();

    const Counts &counts() const { return m_counts; }

signals:
    /// All jobs have ended.
    void finished();

private:
    void makeProducers();
    void pace();
    void startJob();
    void play(Script script);
    void count(const Step &step, int status);
    void endJob();
    bool isComplete() const;
    void say(const QString &line) const;

    const hub::Clock &m_clock;
    Options m_options;
    PictureServer m_pictures;
    HubLink m_link;
    std::vector<std::unique_ptr<Producer>> m_producers;
    hub::ClockTimer m_beat;
    Counts m_counts;
    quint32 m_started = 0;
    quint32 m_ended = 0;
    bool m_stopped = false;
};

} // namespace sim
