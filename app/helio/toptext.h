// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/client/hubfeed.h"

#include <QStringList>

namespace helio {

/// What `helio top` shows of a hub at one moment.
struct TopView
{
    QString hub;
    QString state; ///< Of the connection to it, when it is not live.
    ui::HubStats stats;
    QList<ui::ConnectionInfo> connections;
    qint64 nowMs = 0;
};

/// Figures of the hub, a header, and one line for each connection, those furthest behind first; no
/// line is longer than `columns`, and there are at most `rows`. 0 = any number.
QStringList topLines(const TopView &view, int columns, int rows);

} // namespace helio
