// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/base/clocktimer.h"
#include "hub/base/result.h"
#include "hub/wire/eventid.h"
#include "ui/client/hubstream.h"

#include <functional>

namespace ui {

/// Reads the retained events of one job from the job's stream, oldest first. Stops at the event
/// that was the job's last one when read() was called. Deletes itself afterwards.
class HistoryReader : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(HistoryReader)

public:
    using Answer = std::function<void(hub::Result<QList<JobEvent>>)>;

    /// `network` and `clock` are not owned and outlive this.
    HistoryReader(QNetworkAccessManager *network, const hub::Clock &clock, QObject *parent);

    /// Call once. `job` is the job resource of the hub's REST API. `answer` gets at most 100 000
    /// events. The error is `history_unavailable` when the stream ends early or takes over 30 s.
    void read(const QUrl &hub, const QByteArray &jobId, const QJsonObject &job,
              const Answer &answer);

private:
    void handleEvent(const JobEvent &event);
    void finish();
    void fail(const QString &reason);

    HubStream m_stream;
    hub::ClockTimer m_deadline;
    hub::EventId m_last;
    QList<JobEvent> m_events;
    Answer m_answer;
};

} // namespace ui
