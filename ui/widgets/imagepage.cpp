// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/imagepage.h"

#include "ui/models/bytesfile.h"
#include "ui/models/formats.h"
#include "ui/models/imageloader.h"
#include "ui/models/imagename.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/imageview.h"

#include <QClipboard>
#include <QFileDialog>
#include <QGuiApplication>
#include <QMessageBox>
#include <QStackedLayout>
#include <QToolButton>
#include <QVBoxLayout>

namespace ui {

ImagePage::ImagePage(ImageLoader *loader, QWidget *parent)
    : QWidget(parent)
    , m_loader(loader)
    , m_stack(new QStackedLayout)
    , m_view(new ImageView(this))
    , m_message(new EmptyState(this))
{
    m_view->setAccessibleName(tr("Result image"));
    m_stack->addWidget(m_view);
    m_stack->addWidget(m_message);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(makeBar());
    column->addLayout(m_stack, 1);
    connect(m_view, &ImageView::zoomChanged, this, &ImagePage::refreshBar);
    connect(m_view, &ImageView::stepWanted, this, &ImagePage::step);
    connect(m_message, &EmptyState::buttonClicked, this, &ImagePage::load);
    setImages({}, {}, {});
}

QToolButton *ImagePage::addButton(QLayout *row, const QString &icon, const QString &text,
                                  void (ImagePage::*action)())
{
    auto *button = new QToolButton(this);
    button->setAutoRaise(true);
    if (!icon.isEmpty())
        button->setIcon(actionIcon(icon));
    button->setToolTip(text);
    button->setAccessibleName(text);
    connect(button, &QToolButton::clicked, this, action);
    row->addWidget(button);
    return button;
}

QWidget *ImagePage::makeBar()
{
    auto *bar = new QWidget(this);
    auto *row = new QHBoxLayout(bar);
    row->setContentsMargins(8, 4, 8, 4);
    row->setSpacing(2);
    m_previous = addButton(row, QStringLiteral("action/previous"), tr("Previous image (Left)"),
                           &ImagePage::previous);
    m_next =
        addButton(row, QStringLiteral("action/next"), tr("Next image (Right)"), &ImagePage::next);
    m_facts = new ElidedLabel(Qt::ElideRight, bar);
    m_facts->setForegroundRole(QPalette::PlaceholderText);
    row->addSpacing(4);
    row->addWidget(m_facts, 1);
    m_zoom = addButton(row, {}, tr("Fit into the window (0), or original size (1)"),
                       &ImagePage::toggleZoom);
    // Its text changes with the zoom, and its neighbours must not move.
    m_zoom->setMinimumWidth(fontMetrics().horizontalAdvance(formatPercent(3200)) + 12);
    m_copy =
        addButton(row, QStringLiteral("action/copy"), tr("Copy image (Ctrl+C)"), &ImagePage::copy);
    m_save = addButton(row, QStringLiteral("action/save"), tr("Save image…"), &ImagePage::save);
    connect(m_view, &ImageView::copyWanted, this, &ImagePage::copy);
    return bar;
}

void ImagePage::setImages(const QByteArray &jobId, const QList<ResultImage> &images,
                          const QString &none)
{
    const bool sameJob = jobId == m_jobId;
    const ResultImage before = m_images.value(m_at);
    m_jobId = jobId;
    m_images = images;
    m_none = none;
    m_at = sameJob ? qBound(0, m_at, qMax(0, static_cast<int>(images.size()) - 1)) : 0;
    if (!sameJob || images.isEmpty())
        m_view->setPicture({}); // it is of another job
    if (images.isEmpty()) {
        delete std::exchange(m_request, nullptr);
        m_loading = false;
        showMessage(none.isEmpty() ? tr("No images") : none, {}, {});
    } else if (!sameJob || images[m_at] != before) {
        load();
    }
    refreshBar();
}

void ImagePage::showImage(const ResultImage &image)
{
    const auto at = m_images.indexOf(image);
    if (at < 0)
        return;
    m_at = static_cast<int>(at);
    load();
    m_view->setFocus(Qt::OtherFocusReason);
}

void ImagePage::step(int step)
{
    const int to = m_at + step;
    if (to < 0 || to >= m_images.size())
        return;
    m_at = to;
    load();
}

/// Fetches the current image. The picture before stays until then.
void ImagePage::load()
{
    delete std::exchange(m_request, nullptr);
    if (!isVisible() || m_images.isEmpty())
        return;
    m_request = new QObject(this);
    m_loading = true;
    if (m_view->isEmpty())
        showMessage(tr("Loading…"), {}, {});
    m_loader->loadLevels(
        m_images[m_at].url, m_request,
        [this](const QList<QImage> &levels, const QString &error) { take(levels, error); });
    refreshBar();
}

void ImagePage::take(const QList<QImage> &levels, const QString &error)
{
    m_loading = false;
    m_view->setPicture(levels);
    if (levels.isEmpty()) {
        showMessage(tr("This image cannot be shown"), error, tr("Retry"));
    } else {
        m_stack->setCurrentWidget(m_view);
    }
    refreshBar();
}

void ImagePage::showMessage(const QString &title, const QString &text, const QString &button)
{
    m_message->show(title, text, button);
    m_stack->setCurrentWidget(m_message);
}

QString ImagePage::factsText() const
{
    if (m_images.isEmpty())
        return {};
    QStringList parts;
    if (m_images.size() > 1)
        parts << tr("%1 of %2").arg(m_at + 1).arg(m_images.size());
    if (m_loading) {
        parts << tr("Loading…");
    } else if (!m_view->isEmpty()) {
        const QSize size = m_view->picture().size();
        parts << tr("%1 × %2 pixels").arg(size.width()).arg(size.height());
        const qsizetype bytes = m_loader->bytes(m_images[m_at].url).size();
        if (bytes > 0)
            parts << formatBytes(bytes);
    }
    if (const QString name = oneLine(m_images[m_at].name, 100); !name.isEmpty())
        parts << isolated(name);
    return parts.join(QStringLiteral(" · "));
}

void ImagePage::refreshBar()
{
    const bool shown = !m_view->isEmpty();
    m_facts->setText(factsText());
    m_previous->setVisible(m_images.size() > 1);
    m_next->setVisible(m_images.size() > 1);
    m_previous->setEnabled(m_at > 0);
    m_next->setEnabled(m_at + 1 < m_images.size());
    m_zoom->setText(formatPercent(m_view->zoom() * 100));
    m_zoom->setVisible(shown);
    m_copy->setVisible(shown);
    m_save->setVisible(shown);
    m_save->setEnabled(!m_loading); // while it loads, the picture is that before
    m_copy->setEnabled(!m_loading);
    m_view->setAccessibleDescription(m_facts->text());
}

void ImagePage::toggleZoom()
{
    if (m_view->isFitted()) {
        m_view->setZoom(1);
    } else {
        m_view->fit();
    }
}

void ImagePage::copy()
{
    if (!m_view->isEmpty() && !m_loading)
        QGuiApplication::clipboard()->setImage(m_view->picture());
}

void ImagePage::save()
{
    const QByteArray bytes = m_loader->bytes(m_images.value(m_at).url);
    auto *dialog = new QFileDialog(this, tr("Save image"));
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->selectFile(imageFileName(m_jobId, m_at + 1, bytes));
    // The bytes of this image, also if another one is shown when the user has chosen a name.
    connect(dialog, &QFileDialog::fileSelected, this,
            [this, bytes](const QString &path) { write(path, bytes); });
    dialog->open();
}

/// Writes the bytes as they were received.
void ImagePage::write(const QString &path, const QByteArray &bytes)
{
    if (bytes.isEmpty())
        return tellFailure(tr("the image is not in memory any more; load it again"));
    saveBytes(path, bytes, this, [this](const QString &problem) {
        if (!problem.isEmpty())
            tellFailure(problem);
    });
}

void ImagePage::tellFailure(const QString &reason)
{
    auto *box =
        new QMessageBox(QMessageBox::Warning, tr("Save image"),
                        tr("Could not save the image: %1").arg(reason), QMessageBox::Ok, this);
    box->setTextFormat(Qt::PlainText);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->open();
}

/// Pictures need much memory, so that a hidden page has none.
void ImagePage::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    delete std::exchange(m_request, nullptr);
    m_loading = false;
    m_view->setPicture({});
}

void ImagePage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    load();
}

} // namespace ui
