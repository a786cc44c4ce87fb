// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/base/clocktimer.h"
#include "ui/client/doctor/doctorcalls.h"
#include "ui/client/doctor/step.h"
#include "ui/client/doctor/streamwatch.h"

namespace ui {

/// Creates a job `heliograph-doctor-…` and follows its stream to the end. Publishes events, drops
/// the connection, resumes, and ends the job by a webhook, or by an event if the webhook fails.
/// Reports the checks `stream`, `clock`, `event`, `buffering`, `heartbeat`, `resume`, `signature`
/// and `webhook`.
class StreamStep final : public DoctorStep
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(StreamStep)

public:
    /// `network` and `clock` are not owned and outlive this.
    StreamStep(QNetworkAccessManager *network, const Patient &patient, const hub::Clock &clock);

    void start() override;
    void stop() override;

private:
    using Published = std::function<void(const QByteArray &eventId)>;

    /// Calls `then` once, with true when `condition` holds, or with false when the stream ends or
    /// `time` is over. Checks the condition each time something arrives.
    void await(std::function<bool()> condition, std::chrono::milliseconds time,
               std::function<void(bool)> then);
    void look();

    void handleOpening(bool came);
    void createJob();
    void publish(const QByteArray &type, const Published &then);
    void handleFirstEvent(const QByteArray &eventId);
    void reportClock(const QByteArray &eventId, qint64 sentMs, qint64 answeredMs);
    void awaitHeartbeats();
    void reportHeartbeats(bool came);
    void interrupt();
    void reportResumption(const QByteArray &missedId, bool came);
    void forgeWebhook();
    void sendWebhook();
    void handleWebhook(const hub::Result<QJsonObject> &answer);
    void reportHeld();
    void reportHeldEnd();
    void endJob(const QByteArray &type);

    const DoctorCalls m_calls;
    const QByteArray m_job;
    StreamWatch m_watch;
    hub::ClockTimer m_patience;
    std::function<bool()> m_condition;
    std::function<void(bool)> m_then;
    bool m_mayPublish = true;
    bool m_jobRuns = false; ///< The job was created and has not ended.
    bool m_stopping = false;
    bool m_headCame = false; ///< `hub.hello` arrived in time.
    QByteArray m_lastId; ///< Id of the last event that arrived.
    /// When the last request was sent, as time since StreamWatch::open().
    std::chrono::milliseconds m_sent{0};
};

} // namespace ui
