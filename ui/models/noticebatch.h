// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/wire/job.h"

#include <QString>

#include <optional>
#include <vector>

namespace ui {

/// What to tell an operator who looks elsewhere.
struct Notice
{
    QString title;
    QString text;
    QByteArray jobId; ///< The job to show when it is clicked; empty for several.
    bool failure = false;
};

/// Gathers finished jobs into one notification each five seconds: a job by itself is named, several
/// become a digest.
class NoticeBatch
{
public:
    static constexpr qint64 gatherMs = 5000;
    static constexpr size_t named = 3; ///< So many jobs are named in a digest.

    /// `job` just reached a terminal status.
    void add(const hub::Job &job, qint64 steadyMs);
    /// The notification that is due, if one is.
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

    std::vector<Ended> m_ended;
    qint64 m_completed = 0;
    qint64 m_failed = 0;
    qint64 m_sinceMs = 0;
};

} // namespace ui
