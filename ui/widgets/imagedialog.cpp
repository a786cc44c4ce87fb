// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/imagedialog.h"

#include "ui/models/formats.h"
#include "ui/models/imageloader.h"

#include <QDialogButtonBox>
#include <QFileDialog>
#include <QFileInfo>
#include <QLabel>
#include <QMessageBox>
#include <QPushButton>
#include <QSaveFile>
#include <QVBoxLayout>

namespace ui {

ImageDialog::ImageDialog(ImageLoader *loader, const ResultImage &image, QWidget *parent)
    : QDialog(parent)
    , m_loader(loader)
    , m_image(image)
    , m_picture(new QLabel(tr("Loading…"), this))
    , m_facts(new QLabel(this))
{
    setWindowTitle(image.name.isEmpty() ? tr("Result image") : oneLine(image.name, 100));
    m_picture->setWordWrap(true);
    m_picture->setTextFormat(Qt::PlainText);
    m_picture->setAlignment(Qt::AlignCenter);
    m_picture->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Ignored);
    m_picture->setAccessibleName(windowTitle());
    m_facts->setForegroundRole(QPalette::PlaceholderText);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Save | QDialogButtonBox::Close, this);
    connect(buttons, &QDialogButtonBox::accepted, this, &ImageDialog::save);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *bottom = new QHBoxLayout;
    bottom->addWidget(m_facts, 1);
    bottom->addWidget(buttons);
    auto *column = new QVBoxLayout(this);
    column->addWidget(m_picture, 1);
    column->addLayout(bottom);
    resize(parent ? parent->window()->size() * 0.7 : QSize(900, 700));
    loader->load(image.url, {}, this, [this](const QImage &decoded, const QString &error) {
        if (decoded.isNull()) {
            m_picture->setText(oneLine(error, 500));
            return;
        }
        m_pixmap = QPixmap::fromImage(decoded);
        m_facts->setText(tr("%1 × %2 pixels, %3")
                             .arg(m_pixmap.width())
                             .arg(m_pixmap.height())
                             .arg(formatBytes(m_loader->bytes(m_image.url).size())));
        fit();
    });
}

void ImageDialog::fit()
{
    if (m_pixmap.isNull())
        return;
    const qreal ratio = devicePixelRatioF();
    const QSize room = m_picture->size() * ratio;
    const bool larger = m_pixmap.width() > room.width() || m_pixmap.height() > room.height();
    QPixmap shown =
        larger ? m_pixmap.scaled(room, Qt::KeepAspectRatio, Qt::SmoothTransformation) : m_pixmap;
    shown.setDevicePixelRatio(ratio);
    m_picture->setPixmap(shown);
}

void ImageDialog::resizeEvent(QResizeEvent *event)
{
    QDialog::resizeEvent(event);
    fit();
}

void ImageDialog::save()
{
    const QByteArray bytes = m_loader->bytes(m_image.url);
    // The name is not trusted: use only its last part, so that it cannot choose a folder.
    const QString name = QFileInfo(m_image.name).fileName();
    const QString path = QFileDialog::getSaveFileName(
        this, tr("Save image"), name.isEmpty() ? QStringLiteral("image.png") : name);
    if (path.isEmpty())
        return;
    QSaveFile file(path);
    if (bytes.isEmpty() || !file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size()
        || !file.commit()) {
        QMessageBox::warning(this, windowTitle(),
                             tr("Could not save the image: %1").arg(file.errorString()));
    }
}

} // namespace ui
