// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/client/linkstatus.h"

#include <QIcon>
#include <QString>

namespace ui {

/// The tray icon has a shape of its own for each of these states.
enum class TrayState {
    Live,
    Connecting, ///< Connecting or reconnecting.
    Offline, ///< Not connected, and not about to be.
    Failed, ///< Connected, and jobs have failed that the operator has not seen.
};

/// Returns the state for a connection. A connection that is not live hides failures, because the
/// list of jobs is out of date then.
TrayState trayState(LinkState link, bool unseenFailures);

/// Returns the name of the symbolic icon in the desktop's icon theme, such as
/// `io.github.heliograph.Heliograph-live-symbolic`.
QString trayIconName(TrayState state);

/// Returns the icon. With `named` it is that of the theme, if the theme has it. Otherwise it is the
/// program's icon with a badge, which can be seen on a light and on a dark panel.
QIcon trayIcon(LinkState link, bool unseenFailures, bool named);

} // namespace ui
