// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QJsonObject>

namespace ui {

/// What the hub allows this client. A hub that does not tell allows everything, as far as the
/// client knows: the hub itself still refuses what it does not allow.
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
