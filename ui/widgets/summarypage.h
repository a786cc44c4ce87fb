// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/models/formats.h"

#include <QScrollArea>

class QFormLayout;

namespace ui {

class ImageLoader;
class ImageStrip;
class JobDetail;
class TextBox;

/// Shows the message or the error of a job, thumbnails of its result images, its fields, and its
/// attempts if there are several.
class SummaryPage : public QScrollArea
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SummaryPage)

public:
    /// `detail` and `loader` are not owned and outlive this.
    SummaryPage(JobDetail *detail, ImageLoader *loader, QWidget *parent = nullptr);

    ImageStrip *images() { return m_images; }
    /// Sets the view of the attempts, which this owns then. Call it once.
    void setAttempts(QWidget *view);
    /// Does not depend on the job, so that no text sets the size of a window.
    QSize sizeHint() const override;
    /// Updates the message and the fields. `nowMs` is the moment of the job's state, in ms since
    /// 1970 UTC.
    void refresh(qint64 nowMs, TimeStyle style);
    /// Updates the fields only.
    void refreshFacts(qint64 nowMs, TimeStyle style);

private:
    void showAttempts();

    JobDetail *m_detail;
    TextBox *m_message;
    ImageStrip *m_images;
    QFormLayout *m_facts;
    QWidget *m_attempts; ///< A title and the view.
};

} // namespace ui
