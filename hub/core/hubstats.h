// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>

#include <chrono>

namespace hub {

class StreamMetrics;

/// Makes the data of the `hub.stats` event, which the hub sends once a second. Hub thread only.
class HubStats
{
public:
    /// The condition that the hub reports about itself.
    struct Condition
    {
        bool storeHealthy = true;
        bool draining = false; ///< The hub is stopping, see Hub::drain().
    };

    void countAccepted() { ++m_accepted; }

    /// Returns the JSON of the next `hub.stats` event. Its rates are the numbers since the call
    /// before, so call it once a second.
    QByteArray next(const StreamMetrics &figures, std::chrono::seconds uptime, Condition condition);

private:
    struct Totals
    {
        qint64 accepted = 0;
        qint64 frames = 0;
        qint64 bytes = 0;
    };

    qint64 m_accepted = 0; ///< Events accepted since the start.
    Totals m_last; ///< At the call before.
};

} // namespace hub
