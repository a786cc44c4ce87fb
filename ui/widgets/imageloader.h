// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/client/hubapi.h"

#include <QCache>
#include <QImage>
#include <QObject>
#include <QThreadPool>
#include <QUrl>

#include <functional>

namespace ui {

class HubApi;

/// Fetches result images and decodes them on threads of its own. Bytes once fetched are kept within
/// a bound, so that looking closer does not fetch again.
class ImageLoader : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ImageLoader)

public:
    using Answer = std::function<void(const hub::Result<QImage> &)>;

    static constexpr qint64 maxBytes = 32LL * 1024 * 1024;
    static constexpr int cacheKiB = 96 * 1024;

    explicit ImageLoader(QObject *parent = nullptr);
    ~ImageLoader() override;

    /// Where from; not owned. Forgets what was fetched.
    void setApi(HubApi *api);

    /// The image, scaled down to fit `most` pixels (empty = as it is). Answers later on this
    /// thread, or not at all once `context` is destroyed.
    void load(const QUrl &url, const QSize &most, QObject *context, Answer answer);
    /// The bytes as fetched, empty when they are not kept any more.
    QByteArray bytes(const QUrl &url) const;

private:
    void decode(const QByteArray &bytes, const QSize &most, QObject *context, const Answer &answer);

    HubApi *m_api = nullptr;
    QCache<QUrl, QByteArray> m_cache; ///< Costs in KiB.
    QThreadPool m_pool;
};

} // namespace ui
