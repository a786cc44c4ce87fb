// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QMap>
#include <QString>
#include <QUrl>

namespace ui {

/// The state of the embedded hub, as the window shows it.
struct EmbeddedState
{
    enum class Run { Stopped, Starting, Running, Stopping, Failed };

    Run run = Run::Stopped;
    QUrl url = {}; ///< While it runs.
    qint64 sinceMs = 0; ///< Since when it runs, in ms since 1970 UTC.
    QString reason = {}; ///< Why the last start failed.
    bool restartNeeded = false; ///< Changed settings do not count before a restart.
    bool watched = true; ///< The main window shows the jobs of this hub.
};

/// The folder with the database of the embedded hub.
struct DataFolder
{
    QString path;
    qint64 bytes = 0; ///< Size of the database on disk.
    bool fixed = false; ///< The command line sets it.
};

/// The figures of the simulator.
struct SimulatorState
{
    bool running = false;
    bool ending = false; ///< It starts no more jobs, and waits for the running ones.
    bool possible = false; ///< There is a hub to send jobs to.
    bool signs = false; ///< At least one of its sources has a secret.
    qint64 jobs = 0;
    qint64 ended = 0;
    qint64 calls = 0;
    qint64 webhooks = 0;
    qint64 duplicates = 0;
    qint64 late = 0;
    qint64 wrongSignatures = 0;
    QMap<int, qint64> answers; ///< Calls by HTTP status; 0 = no answer.
};

} // namespace ui
