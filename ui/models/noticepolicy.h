// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/models/awaywatch.h"
#include "ui/models/clock.h"
#include "ui/models/linknotices.h"
#include "ui/models/noticebatch.h"
#include "ui/models/noticebudget.h"
#include "ui/models/noticepause.h"
#include "ui/models/noticerules.h"

#include <QList>
#include <QTimeZone>

namespace ui {

/// Decides which notifications are shown and when. While it is quiet or the budget is used up, it
/// gathers what happens into digests. Use it on one thread.
class NoticePolicy
{
public:
    /// `clock` is not owned and outlives this. The quiet hours are times of `zone`.
    explicit NoticePolicy(const Clock *clock, const QTimeZone &zone = QTimeZone::systemTimeZone());

    void setRules(const NoticeRules &rules);
    /// Shows no notifications for a while, and forgets what happens meanwhile. Only watched jobs
    /// are told when the pause is over.
    void pause(PauseChoice choice);
    void resume();
    bool isPaused() const { return m_pause.isPaused(m_clock->wallMs()); }
    /// Returns when the pause ends; see NoticePause::endMs().
    std::optional<qint64> endMs() const { return m_pause.endMs(m_clock->wallMs()); }

    /// A job reached a terminal status.
    void addEnded(const hub::Job &job);
    void addStalled(const hub::Job &job);
    /// A job that the operator watches has ended or is stalled. Neither the rules nor the budget
    /// apply to it.
    void addWatched(const hub::Job &job);
    /// Jobs ended while nobody followed the hub.
    void addAway(const AwayCounts &counts);
    /// The state of the connection. Call it once a second. `hub` is the address for people.
    void setLink(const LinkStatus &status, const QString &hub);
    /// Forgets all that waits and the connection. Call this when the monitor shows another hub.
    void forgetHub();
    /// The digest is not shown any more.
    void noteDigestClosed() { m_batch.noteDigestClosed(); }

    /// Returns the notifications that are due now. Call it once a second.
    QList<Notice> take();

private:
    void takeAway(QList<Notice> &due);
    void takeLink(QList<Notice> &due);
    void takeBatch(QList<Notice> &due);

    const Clock *m_clock;
    const QTimeZone m_zone;
    NoticeRules m_rules;
    NoticePause m_pause;
    NoticeBudget m_budget;
    NoticeBatch m_batch;
    LinkNotices m_link;
    AwayCounts m_away;
    std::optional<Notice> m_linkNotice; ///< The newest one that was not shown yet.
    QList<Notice> m_watched; ///< They wait for the end of the pause or of the quiet hours.
    std::optional<qint64> m_sentMs; ///< Steady time of the last digest while only digests come.
};

} // namespace ui
