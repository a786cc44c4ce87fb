// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QAction>

namespace ui {

class JobList;
class Session;
class WatchedJobs;

/// "Tell me when done": watches the job that is selected in a list, or stops watching it. Its key W
/// works while the list has the focus.
class WatchAction : public QAction
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(WatchAction)

public:
    /// Owns none of the arguments; they outlive this.
    WatchAction(const Session *session, const JobList *list, WatchedJobs *watched,
                QObject *parent = nullptr);

private:
    void refresh();

    const Session *m_session;
    const JobList *m_list;
    WatchedJobs *m_watched;
};

} // namespace ui
