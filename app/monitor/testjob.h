// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/client/hubapi.h"

#include <QObject>
#include <QTimer>

namespace app {

/// A job that the monitor itself plays, as a producer would over HTTP: created, running, some
/// progress, completed with an image. Shows an operator in seconds that the road is open. Destroys
/// itself at the end.
class TestJob : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TestJob)

public:
    /// `api` is not owned; when it goes, the job stops where it is.
    TestJob(ui::HubApi *api, QObject *parent);

    QByteArray id() const { return m_id; }
    void start();

signals:
    void failed(const QString &reason);

private:
    void step();
    void publish(const QJsonObject &body);

    ui::HubApi *m_api;
    QByteArray m_id;
    QTimer m_timer;
    int m_step = 0;
};

} // namespace app
