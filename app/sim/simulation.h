// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/sim/hublink.h"
#include "app/sim/pictureserver.h"
#include "app/sim/producer.h"

#include <QObject>
#include <QTimer>

#include <memory>
#include <vector>

namespace sim {

/// Starts jobs of all producers at a constant rate, until `Options::jobs` are started or it is
/// destroyed.
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
    };

    explicit Simulation(const Options &options, QObject *parent = nullptr);

    /// Waits until the hub is ready, then starts jobs.
    void start();

signals:
    /// All jobs have ended.
    void finished();

private:
    void startJob();
    void play(Script script);
    void say(const QString &line) const;

    Options m_options;
    PictureServer m_pictures;
    HubLink m_link;
    std::vector<std::unique_ptr<Producer>> m_producers;
    QTimer m_beat;
    quint32 m_started = 0;
    quint32 m_ended = 0;
};

} // namespace sim
