// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/wire/job.h"

#include <QString>

#include <chrono>
#include <optional>
#include <vector>

namespace ui {

/// A desktop notification for an operator who does not look at the window.
struct Notice
{
    QString title;
    QString text;
    QByteArray jobId; ///< Job to show on a click; empty if there are several.
    bool failure = false;
};

/// Collects finished jobs into one notification every five seconds. A single job gets its own text;
/// several become a digest.
class NoticeBatch
{
public:
    static constexpr std::chrono::milliseconds gathering{5000};
    static constexpr size_t named = 3; ///< Number of jobs that a digest names.

    /// While paused, the batch forgets every job. A resumed batch reports only later jobs.
    void setPaused(bool paused);
    bool isPaused() const { return m_paused; }
    /// Call this when `job` reaches a terminal status. Ignores cancelled jobs.
    void add(const hub::Job &job, qint64 steadyMs);
    /// Returns the notification, if one is due.
    std::optional<Notice> take(qint64 steadyMs);

private:
    struct Ended
    {
        QByteArray id;
        QString text;
        bool failure;
    };

    Notice single() const;
    Notice digest() const;
    void forget();

    std::vector<Ended> m_ended;
    qint64 m_completed = 0;
    qint64 m_failed = 0;
    qint64 m_sinceMs = 0;
    bool m_paused = false;
};

} // namespace ui
