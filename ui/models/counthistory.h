// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QHash>
#include <QList>

#include <array>
#include <chrono>

namespace ui {

/// The number of connections of each topic, or of each user, over the last 15 minutes: one sample
/// each interval. Forgets a key that had no connection in that time.
class CountHistory
{
public:
    static constexpr std::chrono::seconds interval{5};
    static constexpr int samples = 180;
    /// Keys above this number have no history.
    static constexpr int mostKeys = 1000;
    static constexpr int unknown = -1; ///< A sample while the hub was not connected.

    /// Adds a sample to all keys. A key that `counts` lacks had no connection.
    void add(const QHash<QByteArray, int> &counts);
    /// Adds unknown to all keys.
    void addUnknown();
    void clear();

    /// Returns the samples of a key, the oldest first; empty for a key without history. A sample
    /// before the first one of all keys is unknown.
    QList<int> of(const QByteArray &key) const;

private:
    struct Line
    {
        std::array<int, samples> counts{};
        int idle = 0; ///< Samples since the last connection.
    };

    void put(Line &line, int count) const;

    QHash<QByteArray, Line> m_lines;
    int m_at = 0; ///< Index of the next sample, which is the oldest one.
    int m_known = 0; ///< Samples that were taken, at most `samples`.
};

} // namespace ui
