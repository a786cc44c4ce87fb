// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/base/clocktimer.h"
#include "ui/client/hubapi.h"

#include <QObject>

namespace app {

/// A simulated job that the monitor publishes over HTTP, as a producer would: created, running,
/// some progress, completed with an image. It shows within seconds that publishing and streaming
/// work. Destroys itself at the end.
class TestJob : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TestJob)

public:
    /// `api` is not owned. If it is destroyed, the job gets no further events. `clock` is not owned
    /// and outlives this.
    TestJob(ui::HubApi *api, const hub::Clock &clock, QObject *parent);

    QByteArray id() const { return m_id; }
    void start();

signals:
    void failed(const QString &reason);

private:
    void step();
    void publish(const QJsonObject &body);

    ui::HubApi *m_api;
    QByteArray m_id;
    hub::ClockTimer m_timer; ///< Time until the next step.
    int m_step = 0;
};

} // namespace app
