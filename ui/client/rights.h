// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QJsonObject>

namespace ui {

/// The actions that the hub allows this client. An older hub does not tell them. Then all actions
/// count as allowed, and the hub itself refuses the others.
struct Rights
{
    bool publish = true; ///< Create, publish and cancel own jobs.
    bool admin = true; ///< See and do everything, the connections of others included.
    bool anyJob = true; ///< Not limited to jobs with certain ids.

    bool operator==(const Rights &) const = default;

    /// Reads the answer to `GET /api/v1/whoami`.
    static Rights parse(const QJsonObject &answer);
};

} // namespace ui
