// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

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

/// Everything about the selected job.
class DetailsPage : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DetailsPage)

public:
    /// Neither is owned.
    DetailsPage(JobDetail *detail, ImageLoader *loader, QWidget *parent = nullptr);

    ImageStrip *images() { return m_images; }
    void setTimeStyle(TimeStyle style);
    void passSecond();

signals:
    void cancelWanted(const QByteArray &jobId);

private:
    QWidget *makeHead();
    QWidget *makeFacts();
    QWidget *makeTabs();
    QWidget *makePayload();
    void refresh();
    void refreshFacts();
    void refreshPayload();
    void copyPayload();

    JobDetail *m_detail;
    ImageStrip *m_images;
    TimeStyle m_timeStyle = TimeStyle::Local;
    QWidget *m_body;
    QLabel *m_nothing;
    QLabel *m_icon = nullptr;
    QLabel *m_id = nullptr;
    QLabel *m_summary = nullptr;
    QPushButton *m_cancel = nullptr;
    QProgressBar *m_progress = nullptr;
    QLabel *m_message = nullptr;
    QFormLayout *m_facts = nullptr;
    QTabWidget *m_tabs = nullptr;
    QTreeView *m_timeline = nullptr;
    QTreeView *m_payload = nullptr;
    QLabel *m_payloadOf = nullptr;
    QToolButton *m_showJob = nullptr;
};

} // namespace ui
