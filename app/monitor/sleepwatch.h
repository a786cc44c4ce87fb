// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>

namespace app {

/// Tells when the machine wakes up from suspend. Asks logind over the system bus. Without Qt DBus,
/// a bus or logind it never tells; a jump of the clocks shows the suspend then, see ui::ClockJump.
class SleepWatch : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SleepWatch)

public:
    explicit SleepWatch(QObject *parent = nullptr);

signals:
    void woke();

private slots:
    /// Called by the bus: `begins` is true before the suspend and false after it.
    void handleSleep(bool begins);
};

} // namespace app
