// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/wire/eventid.h"
#include "ui/models/resultimages.h"

#include <QCache>
#include <QImage>
#include <QObject>

namespace ui {

class ImageLoader;
struct JobRow;

/// Small copies of the result images of jobs, for a list. Loads those that the list asks for, some
/// at a time, and keeps at most cacheKiB of them. A job whose images cannot be loaded has none.
class JobThumbnails : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(JobThumbnails)

public:
    static constexpr int mostOfAJob = 3;
    static constexpr int mostAtOnce = 4; ///< Images that are loaded at the same time.
    static constexpr int mostWaiting = 200; ///< Jobs.
    static constexpr int cacheKiB = 12 * 1024;

    /// `loader` is not owned and outlives this.
    explicit JobThumbnails(ImageLoader *loader, QObject *parent = nullptr);

    /// Returns the thumbnails of a job that are in memory.
    QList<QImage> of(const QByteArray &jobId) const;
    /// Loads the thumbnails of these jobs, the first ones first, unless they are in memory. Forgets
    /// the jobs of the call before whose images are not on their way yet. `most` is the largest
    /// size of a thumbnail, in pixels. The rows are read during the call only.
    void want(const QList<const JobRow *> &rows, const QSize &most);

signals:
    /// There are more thumbnails of a job.
    void arrived(const QByteArray &jobId);

private:
    struct Entry
    {
        hub::EventId of; ///< The event of the job that the images are of.
        QList<QImage> images;
    };
    struct Wish
    {
        QByteArray jobId;
        hub::EventId of;
        QByteArray result; ///< Shares its bytes with the job.
    };

    void handleHub();
    bool isKnown(const QByteArray &jobId, hub::EventId of) const;
    void startNext();
    void start(const Wish &wish);
    void take(const Wish &wish, const QImage &image);

    ImageLoader *m_loader;
    QCache<QByteArray, Entry> m_entries; ///< The cost of an entry is its size in KiB.
    QList<Wish> m_wishes;
    QSize m_most;
    int m_loading = 0;
    QObject *m_requests; ///< The context of all requests to this hub.
};

} // namespace ui
