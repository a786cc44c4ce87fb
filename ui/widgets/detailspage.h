// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/models/clock.h"
#include "ui/models/formats.h"

#include <QWidget>

class QFormLayout;
class QLabel;
class QProgressBar;
class QPushButton;
class QTabWidget;
class QToolButton;
class QTreeView;

namespace ui {

class ImageLoader;
class ImageStrip;
class JobDetail;
class TextBox;

/// Shows the selected job: its fields, progress, result images, timeline and payload.
class DetailsPage : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DetailsPage)

public:
    /// `detail`, `loader` and `clock` are not owned and outlive this.
    DetailsPage(JobDetail *detail, ImageLoader *loader, const Clock &clock,
                QWidget *parent = nullptr);

    ImageStrip *images() { return m_images; }
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
    QWidget *makeFacts();
    QWidget *makeTabs();
    QWidget *makePayload();
    void refresh();
    void refreshFacts();
    void refreshPayload();
    void copyPayload();

    JobDetail *m_detail;
    const Clock &m_clock;
    ImageStrip *m_images;
    TimeStyle m_timeStyle = TimeStyle::Local;
    qint64 m_asOfMs = 0;
    QWidget *m_body;
    QLabel *m_nothing; ///< Shown while no job is selected.
    QLabel *m_icon = nullptr;
    QLabel *m_id = nullptr;
    QLabel *m_summary = nullptr;
    QPushButton *m_cancel = nullptr;
    QProgressBar *m_progress = nullptr;
    TextBox *m_message = nullptr;
    QFormLayout *m_facts = nullptr;
    QTabWidget *m_tabs = nullptr;
    QTreeView *m_timeline = nullptr;
    QTreeView *m_payload = nullptr;
    QLabel *m_payloadOf = nullptr; ///< Whether the payload is of the job or of one event.
    QToolButton *m_showJob = nullptr; ///< Returns from the payload of an event to that of the job.
};

} // namespace ui
