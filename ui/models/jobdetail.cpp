// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/models/jobdetail.h"

#include "hub/base/utf8.h"
#include "hub/json/jsondocument.h"
#include "hub/json/jsonlayout.h"
#include "ui/models/eventtext.h"
#include "ui/models/jobwords.h"
#include "ui/models/momenttip.h"

#include <algorithm>
#include <iterator>

namespace ui {

namespace {

constexpr qsizetype maxShownLabels = 12;

JobFact momentFact(const QString &name, qint64 wallMs, TimeStyle style)
{
    return {name, formatMoment(wallMs, style), momentTip(wallMs)};
}

} // namespace

JobDetail::JobDetail(QObject *parent) : QObject(parent)
{
    connect(&m_timeline, &QAbstractItemModel::rowsInserted, this,
            [this](const QModelIndex &, int first, int last) {
                for (int row = first; row <= last; ++row)
                    m_attempts.add(m_timeline.at(row));
            });
}

void JobDetail::setJob(const hub::Job &job)
{
    m_timeline.clear();
    m_attempts.clear();
    m_showsEvent = false;
    m_images.clear();
    m_shown.clear();
    m_job = job;
    emit imagesChanged();
    update(job);
}

void JobDetail::update(const hub::Job &job)
{
    m_job = job;
    if (!isEmpty())
        m_attempts.setJob(job);
    if (!m_showsEvent)
        refreshPayload();
    refreshImages();
    emit jobChanged();
}

void JobDetail::clear()
{
    setJob({});
}

QString JobDetail::error() const
{
    return errorText(m_job.error);
}

QByteArray JobDetail::epoch() const
{
    if (m_timeline.rowCount() == 0)
        return {};
    const auto cursor = hub::Cursor::parse(m_timeline.at(0).id);
    return cursor ? cursor->epoch : QByteArray();
}

QString JobDetail::summary() const
{
    QStringList parts{word(m_job.status), word(m_job.kind)};
    if (!m_job.owner.isEmpty())
        parts << userName(m_job.owner);
    if (m_job.attempt > 1)
        parts << tr("attempt %1").arg(m_job.attempt);
    return parts.join(QStringLiteral(" · "));
}

QList<JobFact> JobDetail::facts(qint64 nowMs, TimeStyle style) const
{
    QList<JobFact> facts;
    if (m_job.step && m_job.step->total > 0) {
        facts << JobFact{tr("Step"),
                         tr("%1 of %2").arg(m_job.step->current).arg(m_job.step->total)};
    }
    if (m_job.status == JobStatus::Processing)
        facts << JobFact{tr("Progress"), formatPercent(m_job.progress)};
    if (m_job.startedMs != 0) {
        const qint64 endMs = m_job.finishedMs != 0 ? m_job.finishedMs : nowMs;
        const std::chrono::milliseconds elapsed(endMs - m_job.startedMs);
        facts << JobFact{tr("Elapsed"), formatDuration(elapsed)};
    }
    const JobFact optional[] = {
        momentFact(tr("Created"), m_job.createdMs, style),
        momentFact(tr("Started"), m_job.startedMs, style),
        momentFact(tr("Finished"), m_job.finishedMs, style),
        momentFact(tr("Updated"), m_job.updatedMs, style),
        {tr("Attempt id"), displayText(m_job.restoreId)},
        {tr("Provider id"), displayText(m_job.externalId)},
        {tr("Labels"), labels().mid(0, maxShownLabels).join(QStringLiteral(", "))},
    };
    std::copy_if(std::begin(optional), std::end(optional), std::back_inserter(facts),
                 [](const JobFact &fact) { return !fact.value.isEmpty(); });
    return facts;
}

/// Returns the labels, each as `team: a`.
QStringList JobDetail::labels() const
{
    QStringList lines;
    for (auto it = m_job.labels.begin(); it != m_job.labels.end(); ++it) {
        const QString value = it->isString() ? it->toString() : it->toVariant().toString();
        lines << isolated(oneLine(it.key())) + QStringLiteral(": ") + isolated(oneLine(value));
    }
    return lines;
}

void JobDetail::showEvent(int timelineRow)
{
    m_showsEvent = timelineRow >= 0 && timelineRow < m_timeline.rowCount();
    if (!m_showsEvent) {
        refreshPayload();
        return;
    }
    const JobEvent &event = m_timeline.at(timelineRow);
    m_shown = event.text;
    m_payload.setValue(hub::parseJson(event.text).object());
}

QString JobDetail::payloadText() const
{
    return hub::fromUtf8(hub::laidOut(m_shown, {"", " ", 4}));
}

void JobDetail::refreshPayload()
{
    const QByteArray json = isEmpty() ? QByteArray() : hub::toJson(m_job, {});
    if (json != m_shown || isEmpty()) {
        m_shown = json;
        m_payload.setValue(hub::parseJson(json).object());
    }
}

void JobDetail::refreshImages()
{
    const QList<ResultImage> images = resultImages(m_job, m_hub);
    if (images != m_images) {
        m_images = images;
        emit imagesChanged();
    }
}

} // namespace ui
