// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QCache>
#include <QImage>
#include <QObject>
#include <QThreadPool>
#include <QUrl>

#include <functional>

namespace ui {

class HubApi;

/// Fetches result images and decodes them on its own threads. Keeps fetched bytes in a cache of
/// `cacheKiB`, so that opening an image does not fetch it again. Create and use it on the GUI
/// thread.
class ImageLoader : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ImageLoader)

public:
    /// The image, or a null image and the reason for people.
    using Answer = std::function<void(const QImage &image, const QString &error)>;
    /// The image in the sizes of imageLevels(), or an empty list and the reason for people.
    using LevelsAnswer = std::function<void(const QList<QImage> &levels, const QString &error)>;

    static constexpr qint64 maxBytes = 32LL * 1024 * 1024; ///< Of one image.
    static constexpr int cacheKiB = 96 * 1024;

    explicit ImageLoader(QObject *parent = nullptr);
    /// Waits for images that are being decoded.
    ~ImageLoader() override;

    /// Sets the API to fetch with, which is not owned. Empties the cache.
    void setApi(HubApi *api);
    /// Base of relative image addresses: the address of the hub; empty before setApi().
    QUrl hub() const;

    /// Loads an image and scales it down to fit `most` pixels (empty = original size). Calls
    /// `answer` later on this thread. Does not call it if no API is set or once `context` is
    /// destroyed.
    void load(const QUrl &url, const QSize &most, QObject *context, Answer answer);
    /// Loads an image in its own size, and the smaller copies for a view with a zoom. Otherwise as
    /// load().
    void loadLevels(const QUrl &url, QObject *context, LevelsAnswer answer);
    /// Returns the fetched bytes, or an empty array if the cache does not have them.
    QByteArray bytes(const QUrl &url) const;

signals:
    /// There is another hub, whose images are not those of the one before.
    void apiChanged();

private:
    using Bytes = std::function<void(const QByteArray &bytes, const QString &error)>;

    void fetch(const QUrl &url, QObject *context, Bytes answer);
    void keep(const QUrl &url, const QByteArray &bytes);
    /// Calls `work` on another thread, and then the function that it returns on this one, unless
    /// `context` is destroyed meanwhile.
    void runElsewhere(QObject *context, std::function<std::function<void()>()> work);

    HubApi *m_api = nullptr;
    QCache<QUrl, QByteArray> m_cache; ///< The cost of an entry is its size in KiB.
    QThreadPool m_pool;
};

} // namespace ui
