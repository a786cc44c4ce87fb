// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>
#include <QTimer>

namespace ui {

/// The one beat on which what arrived is shown: 33 ms while someone works in the window, less often
/// otherwise.
class FrameClock : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FrameClock)

public:
    enum class Pace { Focused, Unfocused, Hidden };

    explicit FrameClock(QObject *parent = nullptr);

    void start();
    void stop();
    void setPace(Pace pace);
    Pace pace() const { return m_pace; }

    static int intervalMs(Pace pace);

signals:
    void ticked();

private:
    QTimer m_timer;
    Pace m_pace = Pace::Focused;
};

} // namespace ui
