// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/client/hubfeed.h"

#include <QStringList>

namespace helio {

/// The data that `helio top` shows at one moment.
struct TopView
{
    QString hub; ///< Address of the hub.
    QString state; ///< Why the connection to the hub is not live. Empty = live.
    ui::HubFigures stats;
    QList<ui::ConnectionInfo> connections;
    qint64 nowMs = 0; ///< Wall clock, ms since 1970 UTC.
};

/// Returns the figures of the hub, a header, and one line for each connection. The connection
/// that is the most events behind comes first. Longer lines are cut to `columns`, and lines beyond
/// `rows` are left out. 0 = no limit.
QStringList topLines(const TopView &view, int columns, int rows);

} // namespace helio
