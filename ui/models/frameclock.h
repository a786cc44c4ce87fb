// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>
#include <QTimer>

#include <chrono>

namespace ui {

/// The timer that drives all updates of the window. It ticks every 33 ms while the window has the
/// focus, every 100 ms without the focus, and every second while hidden.
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

    static std::chrono::milliseconds interval(Pace pace);

signals:
    void ticked();

private:
    QTimer m_timer;
    Pace m_pace = Pace::Focused;
};

} // namespace ui
