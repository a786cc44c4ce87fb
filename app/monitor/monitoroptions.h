// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/monitor/request.h"

#include <QString>
#include <QStringList>
#include <QUrl>

#include <optional>

namespace app {

/// The monitor's command line.
struct MonitorOptions
{
    QUrl hub; ///< Invalid = use the settings.
    std::optional<bool> embedded; ///< Not given = use the settings.
    QByteArray token; ///< For the hub at `hub`; empty = none.
    QString dataDir; ///< Data folder of the embedded hub; empty = the default.
    QString profile; ///< Separate settings, data and instance; empty = the default ones.
    /// Start without showing the window.
    bool hidden = false;
    QString portable = {}; ///< Folder for settings and data; empty = the user's folders.
    /// Wait for a request before connecting and showing anything (D-Bus activation).
    bool service = false;
    bool keyring = false; ///< Keep tokens in the keyring of the desktop.
    Request request = {}; ///< The first instance handles it. Has no token yet.
};

/// Reads the command line. Prints and ends the process for `--help`, `--version` and errors. Also
/// makes the process trust the certificates of `--ca-file`.
MonitorOptions readMonitorOptions(const QStringList &arguments);

} // namespace app
