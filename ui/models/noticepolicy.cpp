// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/models/noticepolicy.h"

#include "ui/models/jobstatus.h"
#include "ui/models/watchedjobs.h"

#include <QCoreApplication>

#include <utility>

namespace ui {

namespace {

class PolicyTexts
{
    Q_DECLARE_TR_FUNCTIONS(ui::NoticePolicy)
};

QString awayText(const AwayCounts &counts)
{
    QStringList parts;
    if (counts.failed > 0)
        parts << PolicyTexts::tr("%Ln failed", nullptr, counts.failed);
    if (counts.completed > 0)
        parts << PolicyTexts::tr("%Ln done", nullptr, counts.completed);
    return parts.join(QStringLiteral(", "));
}

} // namespace

NoticePolicy::NoticePolicy(const Clock *clock, const QTimeZone &zone) : m_clock(clock), m_zone(zone)
{
    setRules({});
}

void NoticePolicy::setRules(const NoticeRules &rules)
{
    m_rules = rules;
    m_budget.setLimits(rules.perTenMinutes, rules.perHour);
}

void NoticePolicy::pause(PauseChoice choice)
{
    m_pause.start(choice, m_clock->wallMs(), m_zone);
    m_batch.setPaused(true);
    m_away = {};
    m_linkNotice.reset();
}

void NoticePolicy::resume()
{
    m_pause.end();
    m_batch.setPaused(false);
}

void NoticePolicy::addEnded(const hub::Job &job)
{
    const bool wanted = job.status == JobStatus::Completed ? m_rules.completed : m_rules.failed;
    if (wanted)
        m_batch.add(job, m_clock->steadyMs());
}

void NoticePolicy::addStalled(const hub::Job &job)
{
    if (m_rules.stalled)
        m_batch.addStalled(job, m_clock->steadyMs());
}

void NoticePolicy::addWatched(const hub::Job &job)
{
    if (m_watched.size() < WatchedJobs::maxJobs)
        m_watched << noticeOf(job);
}

void NoticePolicy::addAway(const AwayCounts &counts)
{
    const bool wanted =
        (m_rules.failed && counts.failed > 0) || (m_rules.completed && counts.completed > 0);
    if (isPaused() || !wanted)
        return;
    m_away.failed += counts.failed;
    m_away.completed += counts.completed;
}

void NoticePolicy::setLink(const LinkStatus &status, const QString &hub)
{
    const auto notice = m_link.update(status, hub, m_clock->steadyMs());
    if (!notice || !m_rules.link || isPaused())
        return;
    // A loss that nobody was told of and that is over needs no notice.
    const bool overtaken = m_linkNotice && m_linkNotice->failure && !notice->failure;
    m_linkNotice = overtaken ? std::nullopt : notice;
}

void NoticePolicy::forgetHub()
{
    m_link.reset();
    m_linkNotice.reset();
    m_away = {};
    m_watched.clear();
    m_batch.forget();
    m_batch.noteDigestClosed(); // the next digest counts from 0
}

QList<Notice> NoticePolicy::take()
{
    if (m_batch.isPaused() && !isPaused())
        m_batch.setPaused(false); // the time of the pause is over
    if (isPaused() || m_rules.quiet.contains(m_clock->wallMs(), m_zone))
        return {};
    QList<Notice> due = std::exchange(m_watched, {});
    takeAway(due);
    takeLink(due);
    takeBatch(due);
    return due;
}

void NoticePolicy::takeAway(QList<Notice> &due)
{
    const AwayCounts counts = std::exchange(m_away, {});
    if (counts == AwayCounts())
        return;
    due << Notice{PolicyTexts::tr("While you were away"),
                  awayText(counts),
                  {},
                  counts.failed > 0,
                  NoticeTopic::Digest};
    m_batch.noteDigestClosed(); // its counts are replaced
}

void NoticePolicy::takeLink(QList<Notice> &due)
{
    const auto notice = std::exchange(m_linkNotice, std::nullopt);
    const qint64 now = m_clock->steadyMs();
    if (!notice || (notice->failure && !m_budget.hasRoom(now)))
        return;
    m_budget.spend(now);
    due << *notice;
}

void NoticePolicy::takeBatch(QList<Notice> &due)
{
    const qint64 now = m_clock->steadyMs();
    if (m_budget.hasRoom(now)) {
        m_sentMs.reset();
        if (const auto notice = m_batch.take(now)) {
            m_budget.spend(now);
            due << *notice;
        }
        return;
    }
    if (m_sentMs && now - *m_sentMs < NoticeBudget::shortTime.count())
        return;
    auto notice = m_batch.take(now, NoticeBatch::Form::Digest);
    if (!notice)
        return;
    if (!m_sentMs) {
        notice->text += QLatin1Char('\n')
                        + PolicyTexts::tr("There are many notifications. Until there are fewer, "
                                          "they come as one digest every 10 minutes.");
    }
    m_sentMs = now;
    due << *notice;
}

} // namespace ui
