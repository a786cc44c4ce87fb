// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/client/doctor/doctorcalls.h"
#include "ui/client/doctor/step.h"
#include "ui/client/doctor/streamwatch.h"

namespace ui {

/// Follows a job of its own, `heliograph-doctor-…`, through its whole life: publishes, loses the
/// connection, resumes, and ends it by a webhook, or by itself when that does not work. Checks
/// `stream`, `clock`, `event`, `buffering`, `heartbeat`, `resume`, `signature`, `webhook`.
class StreamStep final : public DoctorStep
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(StreamStep)

public:
    StreamStep(QNetworkAccessManager *network, const Patient &patient);

    void start() override;
    void stop() override;

private:
    using Published = std::function<void(const QByteArray &eventId)>;

    /// Goes on with `then` once `condition` holds or the time is over, and says which.
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
    const hub::SystemClock m_clock;
    const QByteArray m_job;
    StreamWatch m_watch;
    QTimer m_patience;
    std::function<bool()> m_condition;
    std::function<void(bool)> m_then;
    bool m_mayPublish = true;
    bool m_jobRuns = false; ///< Made, and not ended yet.
    bool m_stopping = false;
    bool m_headCame = false; ///< The beginning of the stream, in time.
    QByteArray m_lastId; ///< Of the last event seen.
    qint64 m_sentMs = 0; ///< When the last request went out, on the steady clock.
};

} // namespace ui
