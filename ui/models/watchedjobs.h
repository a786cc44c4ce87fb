// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/models/jobstore.h"

#include <QByteArray>
#include <QList>
#include <QObject>
#include <QSet>

namespace ui {

/// The jobs whose end the operator wants to be told ("Tell me when done"). Kept in memory only.
class WatchedJobs : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(WatchedJobs)

public:
    static constexpr qsizetype maxJobs = 100;

    using QObject::QObject;

    bool contains(const QByteArray &id) const { return m_ids.contains(id); }
    /// Watches a job or stops watching it. Does nothing when maxJobs are watched already.
    void set(const QByteArray &id, bool watched);
    /// Returns the watched jobs that have ended or are stalled, and stops watching them.
    QList<hub::Job> takeDone(const JobStore &jobs);
    /// Stops watching all jobs. Call this when the monitor shows another hub.
    void clear();

signals:
    void changed();

private:
    QSet<QByteArray> m_ids;
};

} // namespace ui
