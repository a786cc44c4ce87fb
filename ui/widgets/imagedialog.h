// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/models/resultimages.h"

#include <QDialog>
#include <QPixmap>

class QLabel;

namespace ui {

class ImageLoader;

/// Shows one result image, scaled down to fit the window, with its size. The user can save the
/// bytes as received.
class ImageDialog : public QDialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ImageDialog)

public:
    /// `loader` is not owned.
    ImageDialog(ImageLoader *loader, const ResultImage &image, QWidget *parent);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void fit();
    void save();

    ImageLoader *m_loader;
    ResultImage m_image;
    QPixmap m_pixmap;
    QLabel *m_picture;
    QLabel *m_facts;
};

} // namespace ui
