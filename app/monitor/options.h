// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>
#include <QStringList>
#include <QUrl>

#include <optional>

namespace app {

/// The monitor's command line.
struct MonitorOptions
{
    QUrl hub; ///< Invalid = as in the settings.
    std::optional<bool> embedded; ///< Not said = as in the settings.
    QByteArray token; ///< For the hub at `hub`; empty = none.
    QString dataDir; ///< Of the embedded hub; empty = the usual one.
    QString profile; ///< Settings, data and instance of their own; empty = the usual ones.
    bool hidden = false;
};

/// Reads the command line; `--help`, `--version` and mistakes end the process as usual.
MonitorOptions readMonitorOptions(const QStringList &arguments);

} // namespace app
