// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/models/resultimages.h"

#include <QWidget>

class QLabel;
class QStackedLayout;
class QToolButton;

namespace ui {

class ElidedLabel;
class EmptyState;
class ImageLoader;
class ImageView;

/// Shows the result images of one job, one at a time, as large as the page. The picture before
/// stays until the next one is there. Fetches pictures only while the page is visible, and keeps
/// one decoded picture.
class ImagePage : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ImagePage)

public:
    /// `loader` is not owned and outlives this.
    explicit ImagePage(ImageLoader *loader, QWidget *parent = nullptr);

    /// Shows the images of a job. `none` says why there are none if the list is empty. Another job
    /// starts with its first image; otherwise the place in the list stays.
    void setImages(const QByteArray &jobId, const QList<ResultImage> &images, const QString &none);
    /// Shows one of the images. Does nothing if it is not in the list.
    void showImage(const ResultImage &image);
    ImageView *view() { return m_view; }

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    QToolButton *addButton(QLayout *row, const QString &icon, const QString &text,
                           void (ImagePage::*action)());
    QWidget *makeBar();
    void step(int step);
    void next() { step(1); }
    void previous() { step(-1); }
    void load();
    void take(const QList<QImage> &levels, const QString &error);
    void showMessage(const QString &title, const QString &text, const QString &button);
    void refreshBar();
    QString factsText() const;
    void save();
    void write(const QString &path, const QByteArray &bytes);
    void tellFailure(const QString &reason);
    void copy();
    void toggleZoom();

    ImageLoader *m_loader;
    QByteArray m_jobId;
    QList<ResultImage> m_images;
    QString m_none;
    int m_at = 0;
    bool m_loading = false;
    QObject *m_request = nullptr; ///< The context of the load that is under way.
    QStackedLayout *m_stack;
    ImageView *m_view;
    EmptyState *m_message;
    ElidedLabel *m_facts = nullptr;
    QToolButton *m_previous = nullptr;
    QToolButton *m_next = nullptr;
    QToolButton *m_zoom = nullptr;
    QToolButton *m_copy = nullptr;
    QToolButton *m_save = nullptr;
};

} // namespace ui
