// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtGlobal>

namespace hub {
class Hub;
}

namespace app {

/// Publishes warnings and errors of the log on the hub's own stream, as long as this object exists.
/// The log has one observer: a later LogAnnouncer replaces an earlier one. Hub thread.
class LogAnnouncer
{
    Q_DISABLE_COPY_MOVE(LogAnnouncer)

public:
    /// `publisher` is not owned and outlives this.
    explicit LogAnnouncer(hub::Hub &publisher);
    ~LogAnnouncer();
};

} // namespace app
