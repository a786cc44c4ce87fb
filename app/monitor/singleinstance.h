// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QLocalServer>
#include <QObject>

namespace app {

/// Ensures one monitor per user and profile. A second one asks the first to show its window, and
/// exits.
class SingleInstance : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SingleInstance)

public:
    explicit SingleInstance(const QString &profile, QObject *parent = nullptr);

    /// Returns true if this is the first instance. Otherwise it asks the other instance to show its
    /// window and returns false. Blocks for at most one second.
    bool claim();

signals:
    /// Another instance was started and has exited.
    void raiseWanted();

private:
    bool askOther();

    QString m_name;
    QLocalServer m_server;
};

} // namespace app
