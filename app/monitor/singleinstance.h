// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QLocalServer>
#include <QObject>

namespace app {

/// One monitor per user and profile: a second one asks the first to come to the front and leaves.
class SingleInstance : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SingleInstance)

public:
    explicit SingleInstance(const QString &profile, QObject *parent = nullptr);

    /// True when this is the first; false when another was asked to show itself.
    bool claim();

signals:
    /// Another was started and left.
    void raiseWanted();

private:
    bool askOther();

    QString m_name;
    QLocalServer m_server;
};

} // namespace app
