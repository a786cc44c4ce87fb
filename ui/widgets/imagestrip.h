// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/models/resultimages.h"

#include <QScrollArea>

class QHBoxLayout;
class QToolButton;

namespace ui {

class ImageLoader;

/// The images of a job's result in a row; a click shows one large.
class ImageStrip : public QScrollArea
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ImageStrip)

public:
    /// `loader` is not owned.
    explicit ImageStrip(ImageLoader *loader, QWidget *parent = nullptr);

    /// None = the strip hides.
    void setImages(const QList<ResultImage> &images);
    /// How many images are shown by now, decoded.
    int shownCount() const { return m_shown; }

signals:
    void imageActivated(const ui::ResultImage &image);

private:
    void addThumbnail(const ResultImage &image);
    QSize thumbnailSize() const;

    ImageLoader *m_loader;
    QWidget *m_row = nullptr;
    int m_shown = 0;
};

} // namespace ui
