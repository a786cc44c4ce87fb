// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/models/noticebatch.h"

#include "hub/base/utf8.h"
#include "ui/models/eventtext.h"
#include "ui/models/formats.h"
#include "ui/models/jobstatus.h"
#include "ui/models/jobwords.h"

#include <QCoreApplication>

#include <algorithm>
#include <numeric>

namespace ui {

namespace {

class Notices
{
    Q_DECLARE_TR_FUNCTIONS(ui::Notices)
};

/// A digest keeps the texts of this many jobs and counts the others.
constexpr size_t maxEntries = 100;
/// The action Copy error copies at most this many characters.
constexpr qsizetype maxErrorLength = 20'000;

QString outcomeLine(const hub::Job &job)
{
    const QString outcome = outcomeText(job);
    return outcome.isEmpty() ? word(job.status) : outcome;
}

QString failedText(qint64 count)
{
    return count == 1 ? Notices::tr("1 job failed")
                      : Notices::tr("%Ln jobs failed", nullptr, static_cast<int>(count));
}

QString stalledText(qint64 count)
{
    return count == 1 ? Notices::tr("1 stalled")
                      : Notices::tr("%Ln stalled", nullptr, static_cast<int>(count));
}

QString completedText(qint64 count)
{
    return count == 1 ? Notices::tr("1 completed")
                      : Notices::tr("%Ln completed", nullptr, static_cast<int>(count));
}

} // namespace

Notice noticeOf(const hub::Job &job)
{
    const QString id = hub::fromUtf8(job.id);
    if (!hub::isTerminal(job.status)) {
        return {Notices::tr("Job %1 is stalled").arg(id),
                Notices::tr("It has not reported for an unusual time."), job.id, true};
    }
    if (job.status == hub::JobStatus::Cancelled)
        return {Notices::tr("Job %1 was cancelled").arg(id), outcomeLine(job), job.id, false};
    Notice notice{Notices::tr("Job %1 completed").arg(id), outcomeLine(job), job.id, false};
    if (isFailure(job.status)) {
        notice.title = Notices::tr("Job %1 failed").arg(id);
        notice.failure = true;
        notice.error = errorText(job.error).left(maxErrorLength);
    }
    return notice;
}

void NoticeBatch::setPaused(bool paused)
{
    m_paused = paused;
    if (paused)
        forget();
}

void NoticeBatch::forget()
{
    m_entries.clear();
    m_counts = {};
}

void NoticeBatch::add(const hub::Job &job, qint64 steadyMs)
{
    if (!hub::isTerminal(job.status) || job.status == hub::JobStatus::Cancelled) {
        return; // the user who cancelled the job knows it
    }
    append(job, outcomeLine(job), isFailure(job.status) ? Failed : Completed, steadyMs);
}

void NoticeBatch::addStalled(const hub::Job &job, qint64 steadyMs)
{
    append(job, Notices::tr("Stalled"), Stalled, steadyMs);
}

void NoticeBatch::append(const hub::Job &job, const QString &text, Outcome outcome, qint64 steadyMs)
{
    if (m_paused)
        return;
    if (total() == 0)
        m_sinceMs = steadyMs;
    ++m_counts[outcome];
    if (m_entries.size() < maxEntries)
        m_entries.push_back({noticeOf(job), text, outcome});
}

qint64 NoticeBatch::total() const
{
    return std::accumulate(m_counts.begin(), m_counts.end(), qint64(0));
}

std::optional<Notice> NoticeBatch::take(qint64 steadyMs, Form form)
{
    if (m_entries.empty() || steadyMs - m_sinceMs < gathering.count())
        return std::nullopt;
    const Notice notice = total() == 1 && form == Form::Any ? m_entries.front().notice : digest();
    forget();
    return notice;
}

Notice NoticeBatch::digest()
{
    const auto rest = total() - static_cast<qint64>(qMin(named, m_entries.size()));
    for (size_t outcome = 0; outcome < outcomes; ++outcome)
        m_shown[outcome] += m_counts[outcome];
    QStringList counts;
    if (m_shown[Failed] > 0)
        counts << failedText(m_shown[Failed]);
    if (m_shown[Stalled] > 0)
        counts << stalledText(m_shown[Stalled]);
    if (m_shown[Completed] > 0)
        counts << completedText(m_shown[Completed]);
    std::vector<Entry> worstFirst = m_entries;
    std::stable_sort(worstFirst.begin(), worstFirst.end(),
                     [](const Entry &a, const Entry &b) { return a.outcome < b.outcome; });
    QStringList lines;
    for (size_t i = 0; i < qMin(named, worstFirst.size()); ++i)
        lines << hub::fromUtf8(worstFirst[i].notice.jobId) + QStringLiteral(" – ")
                     + isolated(worstFirst[i].text);
    if (rest > 0)
        lines << Notices::tr("and %Ln more", nullptr, static_cast<int>(rest));
    const bool failure = m_shown[Failed] + m_shown[Stalled] > 0;
    return {counts.join(QStringLiteral(", ")),
            lines.join(QLatin1Char('\n')),
            {},
            failure,
            NoticeTopic::Digest};
}

} // namespace ui
