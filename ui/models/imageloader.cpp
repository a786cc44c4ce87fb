// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/models/imageloader.h"

#include "ui/client/hubapi.h"
#include "ui/models/imagedecode.h"

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
}

QByteArray ImageLoader::bytes(const QUrl &url) const
{
    const QByteArray *known = m_cache.object(url);
    return known ? *known : QByteArray();
}

void ImageLoader::load(const QUrl &url, const QSize &most, QObject *context, Answer answer)
{
    if (const QByteArray known = bytes(url); !known.isEmpty()) {
        decode(known, most, context, answer);
        return;
    }
    if (!m_api)
        return;
    const QPointer<QObject> guard(context);
    m_api->download(url, maxBytes, this, [=, this](const hub::Result<QByteArray> &fetched) {
        if (!guard)
            return;
        if (!fetched) {
            answer({}, fetched.error().message);
            return;
        }
        m_cache.insert(url, new QByteArray(*fetched), static_cast<int>(fetched->size() / 1024 + 1));
        decode(*fetched, most, guard, answer);
    });
}

void ImageLoader::decode(const QByteArray &bytes, const QSize &most, QObject *context,
                         const Answer &answer)
{
    // The pool thread copies the guard but does not read it. Only this thread reads it, because
    // `context` lives and is destroyed here.
    const QPointer<QObject> guard(context);
    m_pool.start([this, bytes, most, guard, answer] {
        const hub::Result<QImage> image = decodeImage(bytes, most);
        QMetaObject::invokeMethod(
            this,
            [guard, answer, image] {
                if (guard)
                    answer(image ? *image : QImage(), image ? QString() : image.error().message);
            },
            Qt::QueuedConnection);
    });
}

} // namespace ui
