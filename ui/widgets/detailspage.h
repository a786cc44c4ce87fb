// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/models/clock.h"
#include "ui/models/formats.h"

#include <QWidget>

class QLabel;
class QProgressBar;
class QPushButton;
class QTabWidget;
class QTreeView;

namespace ui {

class ImageLoader;
class ImagePage;
class ImageStrip;
class JobDetail;
class PayloadPage;
class RawPage;
class SummaryPage;

/// Shows the selected job: its progress, and in tabs a summary, the timeline, the result images,
/// the payload and the raw bytes.
class DetailsPage : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DetailsPage)

public:
    /// `detail`, `loader` and `clock` are not owned and outlive this.
    DetailsPage(JobDetail *detail, ImageLoader *loader, const Clock &clock,
                QWidget *parent = nullptr);

    /// The thumbnails in the summary.
    ImageStrip *images();
    /// Shows another page while no job is selected. This owns it then.
    void setEmptyPage(QWidget *page);
    void setTimeStyle(TimeStyle style);
    /// Stops the elapsed time at this moment, in ms since 1970 UTC, because the job no longer
    /// follows the hub. 0 = it runs.
    void setAsOf(qint64 asOfMs);
    /// Enables or disables the cancel button. `why` is its tooltip.
    void setMayCancel(bool may, const QString &why);
    /// Updates the elapsed time. Call it once a second.
    void passSecond();

signals:
    /// The user pressed the cancel button. Nothing is cancelled yet.
    void cancelWanted(const QByteArray &jobId);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    QLayout *makeTitle(QWidget *head);
    QWidget *makeHead();
    QWidget *makeTabs(ImageLoader *loader);
    QWidget *makeTimeline();
    QWidget *makeAttempts();
    void refresh();
    qint64 nowMs() const;
    void refreshImages();

    JobDetail *m_detail;
    const Clock &m_clock;
    TimeStyle m_timeStyle = TimeStyle::Local;
    qint64 m_asOfMs = 0;
    QWidget *m_body;
    QWidget *m_nothing; ///< Shown while no job is selected.
    QLabel *m_icon = nullptr;
    QLabel *m_id = nullptr;
    QLabel *m_summary = nullptr;
    QPushButton *m_cancel = nullptr;
    QProgressBar *m_progress = nullptr;
    QTabWidget *m_tabs = nullptr;
    SummaryPage *m_summaryPage = nullptr;
    ImagePage *m_images = nullptr;
    PayloadPage *m_payload = nullptr;
    RawPage *m_raw = nullptr;
    QTreeView *m_timeline = nullptr;
};

} // namespace ui
