// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>
#include <QSocketNotifier>

#include <memory>
#include <termios.h>

namespace helio {

/// The whole screen and each key of a terminal, given back as it was when this goes.
class Terminal : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Terminal)

public:
    /// Both ends are terminals. Only then may one be made.
    static bool isThere();

    Terminal();
    ~Terminal() override;

    int rows() const;
    int columns() const;
    /// Puts the lines onto the screen, cut to its size, in one write.
    void show(const QByteArrayList &lines);

signals:
    void keyPressed(char key);
    /// Nobody sits there any more.
    void closed();

private:
    void read();

    termios m_former{};
    std::unique_ptr<QSocketNotifier> m_keys;
};

} // namespace helio
