// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/models/jobdetail.h"

#include "hub/base/utf8.h"
#include "hub/wire/jsondocument.h"
#include "hub/wire/jsonlayout.h"
#include "ui/models/eventtext.h"

namespace ui {

JobDetail::JobDetail(QObject *parent) : QObject(parent) { }

void JobDetail::setJob(const hub::Job &job)
{
    m_timeline.clear();
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
    if (!m_showsEvent) {
        refreshPayload();
    }
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

QStringList JobDetail::labels() const
{
    QStringList lines;
    for (auto it = m_job.labels.begin(); it != m_job.labels.end(); ++it) {
        const QString value = it->isString() ? it->toString() : it->toVariant().toString();
        lines << it.key() + QStringLiteral(": ") + oneLine(value);
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
