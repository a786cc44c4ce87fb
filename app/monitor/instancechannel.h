// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/monitor/request.h"
#include "hub/base/result.h"

#include <QObject>

namespace app {

/// How a start of the program relates to the monitor that may be running.
enum class InstanceRole {
    First, ///< No other monitor runs. This one receives the requests of later starts.
    Second, ///< Another monitor runs and took the request.
};

/// One way in which monitors find and reach each other. Belongs to the thread that created it.
class InstanceChannel : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(InstanceChannel)

public:
    using QObject::QObject;

    /// Finds out whether this is the first instance. If it is not, passes `request` to the first
    /// one; a request with Command::None is not passed. Blocks for at most a few seconds. The error
    /// is `instance_unreachable` when another instance runs and does not answer, and
    /// `instance_unclear` when nobody can tell whether one runs.
    virtual hub::Result<InstanceRole> claim(const Request &request) = 0;

signals:
    /// A later start or the desktop asked for something. Only the first instance emits this.
    void requested(const app::Request &request);
};

} // namespace app
