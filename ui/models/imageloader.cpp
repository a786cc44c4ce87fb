// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/models/imageloader.h"

#include "ui/client/hubapi.h"
#include "ui/models/imagedecode.h"
#include "ui/models/imagelevels.h"

#include <QPointer>

namespace ui {

ImageLoader::ImageLoader(QObject *parent) : QObject(parent), m_cache(cacheKiB)
{
    m_pool.setMaxThreadCount(2);
}

ImageLoader::~ImageLoader()
{
    m_pool.clear();
    m_pool.waitForDone();
}

void ImageLoader::setApi(HubApi *api)
{
    m_api = api;
    m_cache.clear();
    emit apiChanged();
}

QUrl ImageLoader::hub() const
{
    return m_api ? m_api->hub() : QUrl();
}

QByteArray ImageLoader::bytes(const QUrl &url) const
{
    const QByteArray *known = m_cache.object(url);
    return known ? *known : QByteArray();
}

void ImageLoader::load(const QUrl &url, const QSize &most, QObject *context, Answer answer)
{
    const QPointer<QObject> guard(context);
    fetch(url, context, [=, this](const QByteArray &bytes, const QString &error) {
        if (!error.isEmpty())
            return answer({}, error);
        runElsewhere(guard, [bytes, most, answer] {
            const hub::Result<QImage> image = decodeImage(bytes, most);
            return [image, answer] {
                answer(image ? *image : QImage(), image ? QString() : image.error().message);
            };
        });
    });
}

void ImageLoader::loadLevels(const QUrl &url, QObject *context, LevelsAnswer answer)
{
    const QPointer<QObject> guard(context);
    fetch(url, context, [=, this](const QByteArray &bytes, const QString &error) {
        if (!error.isEmpty())
            return answer({}, error);
        runElsewhere(guard, [bytes, answer] {
            const hub::Result<QImage> image = decodeImage(bytes, {});
            const QList<QImage> levels = image ? imageLevels(*image) : QList<QImage>();
            const QString reason = image ? QString() : image.error().message;
            return [levels, reason, answer] { answer(levels, reason); };
        });
    });
}

void ImageLoader::fetch(const QUrl &url, QObject *context, Bytes answer)
{
    if (const QByteArray known = bytes(url); !known.isEmpty())
        return answer(known, {});
    if (!m_api)
        return;
    const QPointer<QObject> guard(context);
    m_api->download(url, maxBytes, this, [=, this](const hub::Result<QByteArray> &fetched) {
        if (fetched)
            keep(url, *fetched);
        if (guard)
            answer(fetched ? *fetched : QByteArray(),
                   fetched ? QString() : fetched.error().message);
    });
}

/// The address of a picture may be the picture: a data URL. It is in memory too.
void ImageLoader::keep(const QUrl &url, const QByteArray &bytes)
{
    const qsizetype address = url.scheme() == QLatin1String("data") ? bytes.size() * 2 : 0;
    m_cache.insert(url, new QByteArray(bytes),
                   static_cast<int>((bytes.size() + address) / 1024 + 1));
}

void ImageLoader::runElsewhere(QObject *context, std::function<std::function<void()>()> work)
{
    // The pool thread copies the guard but does not read it. Only this thread reads it, because
    // `context` lives and is destroyed here.
    const QPointer<QObject> guard(context);
    m_pool.start([this, guard, work = std::move(work)] {
        QMetaObject::invokeMethod(
            this,
            [guard, done = work()] {
                if (guard)
                    done();
            },
            Qt::QueuedConnection);
    });
}

} // namespace ui
