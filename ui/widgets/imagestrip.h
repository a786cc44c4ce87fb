// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/models/resultimages.h"

#include <QScrollArea>

class QHBoxLayout;
class QToolButton;

namespace ui {

class ImageLoader;

/// Shows thumbnails of a job's result images in a row. A click emits imageActivated().
class ImageStrip : public QScrollArea
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ImageStrip)

public:
    /// `loader` is not owned.
    explicit ImageStrip(ImageLoader *loader, QWidget *parent = nullptr);

    /// Replaces the images. Hides the strip if there are none.
    void setImages(const QList<ResultImage> &images);
    /// Returns how many images have been loaded and are visible.
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
