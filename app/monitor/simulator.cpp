// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/monitor/simulator.h"

#include <memory>
#include <utility>

namespace app {

/// Owns the simulation on the thread.
class Simulator::Worker : public QObject
{
public:
    explicit Worker(Simulator *simulator) : m_simulator(simulator) { }

    void begin(const sim::Simulation::Options &options, int number)
    {
        m_number = number;
        m_simulation = std::make_unique<sim::Simulation>(options);
        connect(m_simulation.get(), &sim::Simulation::finished, this, &Worker::finish);
        m_report = std::make_unique<hub::ClockTimer>(hub::systemClock());
        connect(m_report.get(), &hub::ClockTimer::timedOut, this, [this] {
            report();
            m_report->start(reportInterval);
        });
        m_report->start(reportInterval);
        m_simulation->start();
    }
    void end()
    {
        if (m_simulation)
            report();
        m_report.reset();
        m_simulation.reset();
    }
    sim::Simulation *simulation() const { return m_simulation.get(); }

private:
    void report()
    {
        if (std::exchange(m_reported, m_simulation->counts()) == m_simulation->counts())
            return;
        QMetaObject::invokeMethod(m_simulator,
                                  [to = m_simulator, counts = m_reported, number = m_number] {
                                      to->handleCounts(counts, number);
                                  });
    }
    /// The simulation emits finished(), so it is destroyed later.
    void finish()
    {
        report();
        QMetaObject::invokeMethod(
            this,
            [this, number = m_number] {
                if (number == m_number)
                    end();
            },
            Qt::QueuedConnection);
        QMetaObject::invokeMethod(
            m_simulator, [to = m_simulator, number = m_number] { to->handleFinished(number); });
    }

    Simulator *m_simulator;
    std::unique_ptr<sim::Simulation> m_simulation;
    std::unique_ptr<hub::ClockTimer> m_report;
    sim::Counts m_reported;
    int m_number = 0;
};

Simulator::Simulator(QObject *parent) : QObject(parent), m_worker(new Worker(this))
{
    m_thread.setObjectName(QStringLiteral("simulator"));
    m_worker->moveToThread(&m_thread);
    connect(&m_thread, &QThread::finished, m_worker, &QObject::deleteLater);
}

Simulator::~Simulator()
{
    if (!m_thread.isRunning()) {
        delete m_worker;
        return;
    }
    call([](Worker &worker) { worker.end(); });
    m_thread.quit();
    m_thread.wait();
}

template<typename Action>
void Simulator::call(Action action)
{
    if (!m_thread.isRunning())
        m_thread.start();
    QMetaObject::invokeMethod(m_worker,
                              [worker = m_worker, action = std::move(action)] { action(*worker); });
}

void Simulator::start(const sim::Simulation::Options &options)
{
    const int number = ++m_number;
    m_running = true;
    m_counts = {};
    call([options, number](Worker &worker) {
        worker.end();
        worker.begin(options, number);
    });
    emit counted();
}

void Simulator::configure(const sim::Simulation::Options &options)
{
    if (!m_running)
        return;
    call([options](Worker &worker) {
        if (sim::Simulation *simulation = worker.simulation())
            simulation->configure(options);
    });
}

void Simulator::stop()
{
    if (!m_running)
        return;
    call([](Worker &worker) {
        if (sim::Simulation *simulation = worker.simulation())
            simulation->stop();
    });
}

void Simulator::stopNow()
{
    if (!std::exchange(m_running, false))
        return;
    call([](Worker &worker) { worker.end(); });
    emit stopped();
}

void Simulator::handleCounts(const sim::Counts &counts, int number)
{
    if (number != m_number)
        return;
    m_counts = counts;
    emit counted();
}

void Simulator::handleFinished(int number)
{
    if (number == m_number && std::exchange(m_running, false))
        emit stopped();
}

} // namespace app
