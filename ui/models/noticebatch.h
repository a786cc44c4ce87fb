// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/models/notice.h"

#include "hub/wire/job.h"

#include <QString>

#include <array>
#include <chrono>
#include <optional>
#include <vector>

namespace ui {

/// Collects what happens to jobs into one notification every five seconds. A single job gets its
/// own text; several become a digest. While a digest is shown, the next one adds to its counts.
class NoticeBatch
{
public:
    static constexpr std::chrono::milliseconds gathering{5000};
    static constexpr size_t named = 3; ///< Number of jobs that a digest names.

    enum class Form { Any, Digest };

    /// While paused, the batch forgets every job. A resumed batch reports only later jobs.
    void setPaused(bool paused);
    bool isPaused() const { return m_paused; }
    /// Call this when `job` reaches a terminal status. Ignores cancelled jobs.
    void add(const hub::Job &job, qint64 steadyMs);
    /// Call this when `job` is stalled.
    void addStalled(const hub::Job &job, qint64 steadyMs);
    /// Returns the notification, if one is due. With Form::Digest a single job makes a digest too.
    std::optional<Notice> take(qint64 steadyMs, Form form = Form::Any);
    /// The digest is not shown any more: the next one begins at 0.
    void noteDigestClosed() { m_shown = {}; }
    /// Forgets the jobs that wait.
    void forget();

private:
    enum Outcome { Failed, Stalled, Completed };
    static constexpr size_t outcomes = 3;
    using Counts = std::array<qint64, outcomes>;

    struct Entry
    {
        Notice notice; ///< Tells of this job alone.
        QString text;
        Outcome outcome;
    };

    void append(const hub::Job &job, const QString &text, Outcome outcome, qint64 steadyMs);
    qint64 total() const;
    Notice digest();

    std::vector<Entry> m_entries;
    Counts m_counts{};
    Counts m_shown{}; ///< The digest on the screen counts these jobs.
    qint64 m_sinceMs = 0;
    bool m_paused = false;
};

/// Returns the notice about a job that ended or, if it has not ended, is stalled.
Notice noticeOf(const hub::Job &job);

} // namespace ui
