// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/models/imagedecode.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QImageReader>

namespace ui {

namespace {

class Texts
{
    Q_DECLARE_TR_FUNCTIONS(ui::Images)
};

constexpr int memoryMiB = 256;
constexpr qint64 maxPixels = 64LL * 1024 * 1024;

hub::Error refused(const QString &message)
{
    return {QByteArrayLiteral("bad_image"), message};
}

} // namespace

hub::Result<QImage> decodeImage(const QByteArray &bytes, const QSize &most)
{
    static const QList<QByteArray> formats{"png", "jpeg", "jpg", "webp", "gif", "bmp"};
    QImageReader::setAllocationLimit(memoryMiB);
    QBuffer buffer;
    buffer.setData(bytes);
    buffer.open(QIODevice::ReadOnly);
    QImageReader reader(&buffer);
    reader.setAutoTransform(true);
    if (!reader.canRead() || !formats.contains(reader.format()))
        return refused(Texts::tr("Not an image, or its format is not supported"));
    const QSize size = reader.size();
    if (!size.isValid() || static_cast<qint64>(size.width()) * size.height() > maxPixels)
        return refused(Texts::tr("Too large: %1 × %2 pixels").arg(size.width()).arg(size.height()));
    if (!most.isEmpty() && (size.width() > most.width() || size.height() > most.height()))
        reader.setScaledSize(size.scaled(most, Qt::KeepAspectRatio));
    QImage image = reader.read();
    if (image.isNull())
        return refused(reader.errorString());
    return image;
}

} // namespace ui
