// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/models/jobthumbnails.h"

#include "ui/models/imageloader.h"
#include "ui/models/jobstore.h"

#include <algorithm>

namespace ui {

JobThumbnails::JobThumbnails(ImageLoader *loader, QObject *parent)
    : QObject(parent)
    , m_loader(loader)
    , m_entries(cacheKiB)
    , m_requests(new QObject(this))
{
    connect(loader, &ImageLoader::apiChanged, this, &JobThumbnails::handleHub);
}

/// The jobs of another hub may have the same ids.
void JobThumbnails::handleHub()
{
    delete std::exchange(m_requests, new QObject(this));
    m_loading = 0;
    m_wishes.clear();
    m_entries.clear();
}

QList<QImage> JobThumbnails::of(const QByteArray &jobId) const
{
    const Entry *entry = m_entries.object(jobId);
    return entry ? entry->images : QList<QImage>();
}

bool JobThumbnails::isKnown(const QByteArray &jobId, hub::EventId of) const
{
    const Entry *entry = m_entries.object(jobId);
    return entry && entry->of == of;
}

void JobThumbnails::want(const QList<const JobRow *> &rows, const QSize &most)
{
    m_most = most;
    m_wishes.clear();
    for (const JobRow *row : rows) {
        const bool may = row->job.status == JobStatus::Completed && !row->job.result.isEmpty();
        if (may && m_wishes.size() < mostWaiting && !isKnown(row->job.id, row->job.lastEvent))
            m_wishes << Wish{row->job.id, row->job.lastEvent, row->job.result};
    }
    startNext();
}

/// Starts one job at a time: reading a large result takes a while.
void JobThumbnails::startNext()
{
    if (m_wishes.isEmpty() || m_loading >= mostAtOnce)
        return;
    start(m_wishes.takeFirst());
    QMetaObject::invokeMethod(
        m_requests, [this] { startNext(); }, Qt::QueuedConnection);
}

void JobThumbnails::start(const Wish &wish)
{
    hub::Job job;
    job.result = wish.result;
    const QList<ResultImage> images = resultImages(job, m_loader->hub());
    m_entries.insert(wish.jobId, new Entry{wish.of, {}}, 1);
    for (const ResultImage &image : images.mid(0, mostOfAJob)) {
        ++m_loading;
        m_loader->load(image.url, m_most, m_requests,
                       [this, wish](const QImage &shown, const QString &) {
                           --m_loading;
                           take(wish, shown);
                           startNext();
                       });
    }
}

void JobThumbnails::take(const Wish &wish, const QImage &image)
{
    if (image.isNull() || !isKnown(wish.jobId, wish.of))
        return;
    auto *entry = new Entry(*m_entries.object(wish.jobId));
    entry->images << image;
    qsizetype bytes = 0;
    for (const QImage &known : entry->images)
        bytes += known.sizeInBytes();
    m_entries.insert(wish.jobId, entry, static_cast<int>(bytes / 1024 + 1));
    emit arrived(wish.jobId);
}

} // namespace ui
