// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/models/attemptmodel.h"
#include "ui/models/formats.h"
#include "ui/models/jobdeliveries.h"
#include "ui/models/jobstore.h"
#include "ui/models/jsontreemodel.h"
#include "ui/models/resultimages.h"
#include "ui/models/timelinemodel.h"

#include <QObject>

namespace ui {

/// One field of a job for display.
struct JobFact
{
    QString name;
    QString value;
    QString tip = {}; ///< More about the value; empty = the value says all.
};

/// Everything about one job: its fields, its timeline, its payload as a tree, and its result
/// images.
class JobDetail : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(JobDetail)

public:
    explicit JobDetail(QObject *parent = nullptr);

    /// Sets the base URL for relative image addresses.
    void setHub(const QUrl &hub) { m_hub = hub; }

    /// Shows another job and forgets everything about the previous one.
    void setJob(const hub::Job &job);
    /// Updates the fields of the same job.
    void update(const hub::Job &job);
    void clear();

    bool isEmpty() const { return m_job.id.isEmpty(); }
    const hub::Job &job() const { return m_job; }
    /// Text of the job's error; empty = none.
    QString error() const;
    /// Returns the state, the kind and the owner, and the attempt if it is not the first:
    /// `Running · Restore · ann · attempt 2`.
    QString summary() const;
    /// Returns the fields of the job that have a value. `nowMs` is the current time in ms since
    /// 1970 UTC, from which the elapsed time of an unfinished job is computed.
    QList<JobFact> facts(qint64 nowMs, TimeStyle style) const;
    const QList<ResultImage> &images() const { return m_images; }

    TimelineModel *timeline() { return &m_timeline; }
    AttemptModel *attempts() { return &m_attempts; }
    JsonTreeModel *payload() { return &m_payload; }
    /// The webhooks that changed the job. The owner sets its API; the reader asks it to load.
    JobDeliveries *deliveries() { return &m_deliveries; }
    /// Epoch of the history that the events are of; empty while there are no events.
    QByteArray epoch() const;

    /// Shows an event of the timeline in the tree instead of the job. Any other row, such as -1,
    /// shows the job.
    void showEvent(int timelineRow);
    bool showsEvent() const { return m_showsEvent; }
    /// The JSON text in the tree, indented.
    QString payloadText() const;

signals:
    void jobChanged();
    void imagesChanged();

private:
    QStringList labels() const;
    void refreshPayload();
    void refreshImages();

    QUrl m_hub;
    hub::Job m_job;
    QList<ResultImage> m_images;
    TimelineModel m_timeline;
    AttemptModel m_attempts;
    JsonTreeModel m_payload;
    JobDeliveries m_deliveries;
    QByteArray m_shown; ///< The JSON text in the tree.
    bool m_showsEvent = false;
};

} // namespace ui
