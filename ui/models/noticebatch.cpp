// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/models/noticebatch.h"

#include "hub/base/utf8.h"
#include "ui/models/eventtext.h"
#include "ui/models/formats.h"
#include "ui/models/jobwords.h"

#include <QCoreApplication>

#include <algorithm>

namespace ui {

namespace {

class Notices
{
    Q_DECLARE_TR_FUNCTIONS(ui::Notices)
};

} // namespace

void NoticeBatch::setPaused(bool paused)
{
    m_paused = paused;
    if (paused)
        forget();
}

void NoticeBatch::forget()
{
    m_ended.clear();
    m_completed = 0;
    m_failed = 0;
}

void NoticeBatch::add(const hub::Job &job, qint64 steadyMs)
{
    if (m_paused)
        return;
    if (!hub::isTerminal(job.status) || job.status == hub::JobStatus::Cancelled) {
        return; // the user who cancelled the job knows it
    }
    if (m_completed + m_failed == 0)
        m_sinceMs = steadyMs;
    const bool failure = job.status != hub::JobStatus::Completed;
    ++(failure ? m_failed : m_completed);
    if (m_ended.size() < 100) {
        const QString outcome = outcomeText(job);
        const QString text = outcome.isEmpty() ? word(job.status) : outcome;
        m_ended.push_back({job.id, text, failure});
    }
}

std::optional<Notice> NoticeBatch::take(qint64 steadyMs)
{
    if (m_ended.empty() || steadyMs - m_sinceMs < gathering.count())
        return std::nullopt;
    const Notice notice = m_completed + m_failed == 1 ? single() : digest();
    forget();
    return notice;
}

Notice NoticeBatch::single() const
{
    const Ended &job = m_ended.front();
    const QString id = hub::fromUtf8(job.id);
    return {job.failure ? Notices::tr("Job %1 failed").arg(id)
                        : Notices::tr("Job %1 completed").arg(id),
            job.text, job.id, job.failure};
}

Notice NoticeBatch::digest() const
{
    QStringList counts;
    if (m_failed > 0) {
        counts << (m_failed == 1
                       ? Notices::tr("1 job failed")
                       : Notices::tr("%Ln jobs failed", nullptr, static_cast<int>(m_failed)));
    }
    if (m_completed > 0) {
        counts << (m_completed == 1
                       ? Notices::tr("1 completed")
                       : Notices::tr("%Ln completed", nullptr, static_cast<int>(m_completed)));
    }
    std::vector<Ended> worstFirst = m_ended;
    std::stable_partition(worstFirst.begin(), worstFirst.end(),
                          [](const Ended &job) { return job.failure; });
    QStringList lines;
    for (size_t i = 0; i < qMin(named, worstFirst.size()); ++i)
        lines << hub::fromUtf8(worstFirst[i].id) + QStringLiteral(" – ")
                     + isolated(worstFirst[i].text);
    const auto rest = m_completed + m_failed - lines.size();
    if (rest > 0)
        lines << Notices::tr("and %Ln more", nullptr, static_cast<int>(rest));
    return {counts.join(QStringLiteral(", ")), lines.join(QLatin1Char('\n')), {}, m_failed > 0};
}

} // namespace ui
