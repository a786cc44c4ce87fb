// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>

#include <memory>

namespace helio {

/// Full-screen mode of the terminal on stdin and stdout. Shows lines on the alternate screen and
/// reports each key without waiting for Return. Ctrl-Z is off. The destructor restores the former
/// screen and settings.
class Terminal : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Terminal)

public:
    /// Returns true if stdin and stdout are terminals. Create a Terminal only if so. False on
    /// systems other than Unix.
    static bool isThere();

    Terminal();
    ~Terminal() override;

    /// Returns the current height in rows, or 24 if the size is unknown.
    int rows() const;
    /// Returns the current width in columns, or 80 if the size is unknown.
    int columns() const;
    /// Replaces the content of the screen. Drops lines below the last row. The caller keeps each
    /// line within columns().
    void show(const QByteArrayList &lines);

signals:
    void keyPressed(char key);
    /// Emitted when stdin reaches its end or fails, for example when the terminal window closes.
    void closed();

private:
    void read();

    class Private;
    std::unique_ptr<Private> m_d;
};

} // namespace helio
