// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/base/result.h"
#include "hub/wire/eventid.h"
#include "ui/client/hubstream.h"

#include <QTimer>

#include <functional>

namespace ui {

/// Reads the retained events of one job from its stream, from the beginning up to the one that was
/// its last when asked; then deletes itself.
class HistoryReader : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(HistoryReader)

public:
    using Answer = std::function<void(hub::Result<QList<JobEvent>>)>;

    HistoryReader(QNetworkAccessManager *network, QObject *parent);

    /// `job` is the job's own resource. Once.
    void read(const QUrl &hub, const QByteArray &jobId, const QJsonObject &job,
              const Answer &answer);

private:
    void handleEvent(const JobEvent &event);
    void finish();
    void fail(const QString &reason);

    HubStream m_stream;
    QTimer m_deadline;
    hub::EventId m_last;
    QList<JobEvent> m_events;
    Answer m_answer;
};

} // namespace ui
