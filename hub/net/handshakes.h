// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>

namespace hub {

/// Counts the TLS handshakes that are not finished. When a crowd of them has gone, the memory that
/// it took goes back to the system. Hub thread only.
class Handshakes
{
public:
    int count() const { return m_count; }
    void begin();
    void end();

private:
    int m_count = 0;
    int m_most = 0; ///< Since there were none.
    QObject m_timers; ///< Context of what is to be done a moment later.
};

} // namespace hub
