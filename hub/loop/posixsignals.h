// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>

#include <memory>

namespace hub {

/// Turns SIGTERM, SIGINT and SIGHUP into Qt signals. A process has at most one object of this class
/// at a time. The destructor restores the previous signal handlers. Windows has no SIGHUP.
class PosixSignals : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PosixSignals)

public:
    explicit PosixSignals(QObject *parent = nullptr);
    ~PosixSignals() override;

signals:
    /// The process received SIGTERM or SIGINT. Emitted once for each of them.
    void terminateRequested();
    /// The process received SIGHUP, once or several times.
    void reloadRequested();

private:
    void report();

    class Private;
    std::unique_ptr<Private> m_d;
};

} // namespace hub
