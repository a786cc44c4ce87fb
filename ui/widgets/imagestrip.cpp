// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/imagestrip.h"

#include "ui/models/formats.h"
#include "ui/models/imageloader.h"
#include "ui/widgets/icons.h"

#include <QHBoxLayout>
#include <QScrollBar>
#include <QToolButton>

namespace ui {

ImageStrip::ImageStrip(ImageLoader *loader, QWidget *parent) : QScrollArea(parent), m_loader(loader)
{
    setFrameShape(NoFrame);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setAccessibleName(tr("Result images"));
    hide();
}

QSize ImageStrip::thumbnailSize() const
{
    const int height = fontMetrics().height() * 6;
    return {height * 3 / 2, height};
}

void ImageStrip::setImages(const QList<ResultImage> &images)
{
    m_shown = 0;
    // setWidget() below deletes the former row with its buttons. A button is the context of its
    // load(), so a pending answer for it is dropped.
    m_row = new QWidget(this);
    auto *layout = new QHBoxLayout(m_row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(6);
    for (const ResultImage &image : images)
        addThumbnail(image);
    layout->addStretch(1);
    setWidget(m_row);
    setWidgetResizable(true);
    setFixedHeight(thumbnailSize().height() + 16
                   + (images.size() > 1 ? horizontalScrollBar()->sizeHint().height() : 0));
    setVisible(!images.isEmpty());
}

void ImageStrip::addThumbnail(const ResultImage &image)
{
    auto *button = new QToolButton(m_row);
    button->setAutoRaise(true);
    button->setIconSize(thumbnailSize());
    button->setIcon(actionIcon(QStringLiteral("action/image")));
    button->setAccessibleName(image.name.isEmpty() ? tr("Result image") : image.name);
    button->setToolTip(tr("Loading…"));
    m_row->layout()->addWidget(button);
    connect(button, &QToolButton::clicked, this, [this, image] { emit imageActivated(image); });
    const qreal ratio = devicePixelRatioF();
    m_loader->load(image.url, thumbnailSize() * ratio, button,
                   [this, button, image, ratio](const QImage &decoded, const QString &error) {
                       if (decoded.isNull()) {
                           button->setToolTip(tipText(error));
                           button->setToolButtonStyle(Qt::ToolButtonTextUnderIcon);
                           button->setIconSize(QSize(24, 24));
                           button->setIcon(actionIcon(QStringLiteral("action/warning")));
                           button->setText(tr("Not shown: %1").arg(oneLine(error, 60)));
                           return;
                       }
                       QPixmap pixmap = QPixmap::fromImage(decoded);
                       pixmap.setDevicePixelRatio(ratio);
                       button->setIconSize(pixmap.deviceIndependentSize().toSize());
                       button->setIcon(pixmap);
                       button->setToolTip(tipText(image.name));
                       ++m_shown;
                   });
}

} // namespace ui
