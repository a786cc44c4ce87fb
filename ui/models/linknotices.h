// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/client/linkstatus.h"
#include "ui/models/notice.h"

#include <chrono>
#include <optional>

namespace ui {

/// Says that the connection to the hub is lost, and that it is back. A loss of less than `grace` is
/// not worth a notification.
class LinkNotices
{
public:
    static constexpr std::chrono::milliseconds grace{15'000};

    /// Looks at the connection. Call it once a second, and after each change of the state. `hub` is
    /// the address for people. Returns a notification if one is due now.
    std::optional<Notice> update(const LinkStatus &status, const QString &hub, qint64 steadyMs);
    /// Forgets the connection. Call this when the monitor shows another hub.
    void reset();

private:
    bool m_wasCurrent = false;
    bool m_told = false; ///< The loss was told, and so its end will be.
    std::optional<qint64> m_sinceMs; ///< Steady time.
};

} // namespace ui
