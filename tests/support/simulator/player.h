// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "tests/support/simulator/script.h"

#include <QObject>
#include <QTimer>

namespace sim {

class HubLink;

/// Plays one script: makes its calls one after the other, each in its time, and repeats those that
/// fail.
class Player : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Player)

public:
    /// `link` is not owned. `speed` 2 means twice as fast.
    Player(Script script, HubLink *link, double speed, QObject *parent = nullptr);

    void start();
    QString job() const { return m_script.job; }

signals:
    /// A call was answered; `status` 0 = no answer.
    void called(const QString &path, int status);
    void finished();

private:
    void wait(std::chrono::milliseconds time);
    void call();
    void handleAnswer(int status);

    Script m_script;
    HubLink *m_link;
    double m_speed;
    std::size_t m_next = 0;
    int m_repeats = 0; ///< Of the current call.
    QTimer m_timer;
};

} // namespace sim
