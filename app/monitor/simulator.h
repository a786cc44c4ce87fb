// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/sim/simulation.h"

#include <QObject>
#include <QThread>

namespace app {

/// A simulation on a thread of its own, so that its calls and pictures take no time of the window.
/// Call all functions on the thread that created the object.
class Simulator : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Simulator)

public:
    /// The figures are reported at most this often.
    static constexpr std::chrono::milliseconds reportInterval{250};

    explicit Simulator(QObject *parent = nullptr);
    /// Ends the simulation at once.
    ~Simulator() override;

    /// Starts a simulation. Ends a running one at once.
    void start(const sim::Simulation::Options &options);
    /// Takes rate, speed, mishaps and secrets for the jobs that start from now on.
    void configure(const sim::Simulation::Options &options);
    /// Starts no more jobs. Emits stopped() when the running ones have ended.
    void stop();
    /// Ends the simulation at once, with its jobs unfinished. Emits stopped() if one was running.
    void stopNow();

    bool isRunning() const { return m_running; }
    /// Returns the figures of the running or of the last simulation.
    const sim::Counts &counts() const { return m_counts; }

signals:
    /// counts() changed.
    void counted();
    void stopped();

private:
    class Worker;

    template<typename Action>
    void call(Action action);
    void handleCounts(const sim::Counts &counts, int number);
    void handleFinished(int number);

    QThread m_thread;
    Worker *m_worker; ///< Lives on m_thread.
    sim::Counts m_counts;
    int m_number = 0; ///< Counts the simulations. Only reports of the latest one count.
    bool m_running = false;
};

} // namespace app
