// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/models/jobstore.h"
#include "ui/models/jsontreemodel.h"
#include "ui/models/resultimages.h"
#include "ui/models/timelinemodel.h"

#include <QObject>

namespace ui {

/// One job in full: its fields, its timeline, its payload as a tree, the images of its result.
class JobDetail : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(JobDetail)

public:
    explicit JobDetail(QObject *parent = nullptr);

    /// Relative image addresses are taken from here.
    void setHub(const QUrl &hub) { m_hub = hub; }

    /// Another job: forgets everything of the one before.
    void setJob(const hub::Job &job);
    /// The same job with newer fields.
    void update(const hub::Job &job);
    void clear();

    bool isEmpty() const { return m_job.id.isEmpty(); }
    const hub::Job &job() const { return m_job; }
    QString error() const;
    /// `team: a`, one line each.
    QStringList labels() const;
    const QList<ResultImage> &images() const { return m_images; }

    TimelineModel *timeline() { return &m_timeline; }
    JsonTreeModel *payload() { return &m_payload; }

    /// Lets the tree show an event of the timeline instead of the job; -1 = the job.
    void showEvent(int timelineRow);
    bool showsEvent() const { return m_showsEvent; }
    /// The JSON text that the tree shows, indented.
    QString payloadText() const;

signals:
    void jobChanged();
    void imagesChanged();

private:
    void refreshPayload();
    void refreshImages();

    QUrl m_hub;
    hub::Job m_job;
    QList<ResultImage> m_images;
    TimelineModel m_timeline;
    JsonTreeModel m_payload;
    QByteArray m_shown; ///< The JSON text in the tree.
    bool m_showsEvent = false;
};

} // namespace ui
