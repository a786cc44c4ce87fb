// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>

namespace hub {

/// Counts unfinished TLS handshakes. After a burst of them has ended, returns freed memory to the
/// system. Hub thread only.
class Handshakes
{
public:
    int count() const { return m_count; }
    void begin();
    void end();

private:
    int m_count = 0;
    int m_most = 0; ///< The highest count since it was last 0.
    QObject m_timers; ///< Context of the delayed call, which ends with this object.
};

} // namespace hub
