// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/client/doctor/streamstep.h"

#include "hub/base/errorcode.h"
#include "hub/base/utf8.h"
#include "hub/wire/eventid.h"
#include "ui/client/doctor/testwebhook.h"

#include <QJsonDocument>
#include <QRandomGenerator>

#include <algorithm>
#include <cmath>

namespace ui {

namespace {

constexpr std::chrono::milliseconds mostSkew{2000};
constexpr std::chrono::seconds heartbeatGrace{3};

QByteArray newJob()
{
    return "heliograph-doctor-" + QByteArray::number(QRandomGenerator::system()->generate64(), 36);
}

QByteArray toJson(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

QString bufferingAdvice()
{
    return StreamStep::tr(
        "something between this machine and the hub buffers the stream. For nginx, set "
        "\"proxy_buffering off;\" and \"gzip off;\" in the hub's location, and do not use "
        "\"proxy_ignore_headers X-Accel-Buffering\". Examples are in packaging/proxies");
}

} // namespace

StreamStep::StreamStep(QNetworkAccessManager *network, const Patient &patient,
                       const hub::Clock &clock)
    : DoctorStep(patient, clock)
    , m_calls(network, patient, clock)
    , m_job(newJob())
    , m_watch(network, patient, clock)
    , m_patience(clock)
{
    connect(&m_watch, &StreamWatch::changed, this, &StreamStep::look);
    connect(&m_patience, &hub::ClockTimer::timedOut, this, [this] {
        m_condition = nullptr;
        std::exchange(m_then, nullptr)(false);
    });
}

void StreamStep::await(std::function<bool()> condition, std::chrono::milliseconds time,
                       std::function<void(bool)> then)
{
    m_condition = std::move(condition);
    m_then = std::move(then);
    m_patience.start(time);
    look();
}

void StreamStep::look()
{
    if (!m_condition || !(m_condition() || m_watch.end()))
        return;
    const bool holds = m_condition();
    m_condition = nullptr;
    m_patience.stop();
    // Queued: `then` may close the connection whose signal is being handled.
    QMetaObject::invokeMethod(
        this, [then = std::exchange(m_then, nullptr), holds] { then(holds); },
        Qt::QueuedConnection);
}

void StreamStep::start()
{
    const QByteArray heartbeat = QByteArray::number(qint64{m_patient.heartbeat.count()});
    m_watch.open("/api/v1/events/" + m_job, "heartbeat=" + heartbeat, {});
    await([this] { return m_watch.firstEvent("hub.hello") != nullptr; }, m_patient.patience,
          [this](bool came) { handleOpening(came); });
}

void StreamStep::handleOpening(bool came)
{
    m_headCame = came;
    if (came) {
        good("stream",
             tr("text/event-stream, the first byte arrived after %1 ms")
                 .arg(m_watch.firstByte().value_or(std::chrono::milliseconds{0}).count()));
    } else if (const auto &end = m_watch.end()) {
        fault("stream", tr("no stream: %1").arg(end->reason));
        return finish();
    }
    createJob();
}

/// Creates the job and names its source. Without that the hub ignores the test webhook: a source
/// cannot change a job that a user created without naming the source. If the hub refuses, the first
/// event creates the job.
void StreamStep::createJob()
{
    const QJsonObject body{{QStringLiteral("job_id"), QString::fromLatin1(m_job)},
                           {QStringLiteral("source"), QString::fromLatin1(m_patient.source)}};
    m_calls.post(
        "/api/v1/jobs", toJson(body), {}, this, [this](const hub::Result<QJsonObject> &answer) {
            if (m_stopping)
                return;
            m_jobRuns = answer.ok();
            publish("processing", [this](const QByteArray &eventId) { handleFirstEvent(eventId); });
        });
}

void StreamStep::publish(const QByteArray &type, const Published &then)
{
    const QJsonObject body{{QStringLiteral("type"), QString::fromLatin1(type)},
                           {QStringLiteral("message"), QString::fromLatin1(testMessage)}};
    const qint64 sentWall = m_clock.wallMs();
    m_sent = m_watch.elapsed();
    m_calls.post(
        "/api/v1/jobs/" + m_job + "/events", toJson(body), {}, this,
        [this, type, then, sentWall](const hub::Result<QJsonObject> &answer) {
            if (m_stopping)
                return;
            m_mayPublish = answer.ok();
            if (!answer) {
                note("event", tr("publishing failed: %1").arg(answer.error().message),
                     tr("checks that need an event were skipped; use a token with the scope "
                        "publish, and with heliograph-doctor-* if it lists jobs"));
                return then({});
            }
            const QByteArray id = answer->value(QLatin1String("event_id")).toString().toUtf8();
            if (type == "processing") {
                m_jobRuns = true;
                reportClock(id, sentWall, m_clock.wallMs());
            }
            then(id);
        });
}

void StreamStep::reportClock(const QByteArray &eventId, qint64 sentMs, qint64 answeredMs)
{
    const auto cursor = hub::Cursor::parse(eventId);
    if (!cursor)
        return;
    // The id contains the hub's time at some moment during the request.
    const qint64 early = sentMs - cursor->id.ms;
    const qint64 late = cursor->id.ms - answeredMs;
    const qint64 skew = std::max({early, late, qint64{0}});
    const QString text = tr("the clocks of the hub and this machine differ by at most %1 ms")
                             .arg(std::max(skew, answeredMs - sentMs));
    if (skew <= mostSkew.count())
        return good("clock", text);
    fault("clock",
          tr("the hub's clock is %1 s %2 the clock of this machine")
              .arg(QString::number(static_cast<double>(skew) / 1000, 'f', 1),
                   early > 0 ? tr("behind") : tr("ahead of")),
          tr("tokens and signed webhooks depend on the time: synchronize both clocks with NTP"));
}

void StreamStep::handleFirstEvent(const QByteArray &eventId)
{
    if (eventId.isEmpty())
        return m_headCame ? awaitHeartbeats() : reportHeld();
    await([this, eventId] { return m_watch.withId(eventId) != nullptr; }, m_patient.patience,
          [this, eventId](bool came) {
              if (!came)
                  return reportHeld();
              m_lastId = eventId;
              const std::chrono::milliseconds took = m_watch.withId(eventId)->after - m_sent;
              const QString text = tr("an event arrived %1 ms after it was sent").arg(took.count());
              if (took < m_patient.late && m_headCame) {
                  good("event", text);
                  good("buffering", tr("nothing between this machine and the hub delays events"));
              } else {
                  fault("buffering", m_headCame ? text : tr("the stream began late"),
                        bufferingAdvice());
              }
              awaitHeartbeats();
          });
}

void StreamStep::awaitHeartbeats()
{
    const auto time = m_patient.heartbeat * m_patient.heartbeats + heartbeatGrace;
    await([this] { return m_watch.beats().size() >= m_patient.heartbeats; }, time,
          [this](bool came) { reportHeartbeats(came); });
}

void StreamStep::reportHeartbeats(bool came)
{
    QStringList times;
    std::chrono::milliseconds before{0};
    for (const std::chrono::milliseconds beat : m_watch.beats()) {
        const std::chrono::duration<double> gap = beat - before;
        times << QString::number(gap.count(), 'f', 1);
        before = beat;
    }
    const qint64 asked = m_patient.heartbeat.count();
    if (came)
        good("heartbeat", tr("heartbeats arrived after %1 s; the requested interval is %2 s")
                              .arg(times.join(QStringLiteral(" and ")))
                              .arg(asked));
    else if (m_watch.end())
        fault(
            "heartbeat", tr("the stream broke: %1").arg(m_watch.end()->reason),
            tr("if a proxy closes idle connections, set its timeout above the heartbeat interval"));
    else
        fault("heartbeat",
              tr("%1 of %2 heartbeats arrived; the requested interval is %3 s")
                  .arg(m_watch.beats().size())
                  .arg(m_patient.heartbeats)
                  .arg(asked),
              bufferingAdvice());
    if (!m_mayPublish)
        return finish();
    interrupt();
}

/// Drops the connection, publishes an event that it misses, and reconnects with the last id.
void StreamStep::interrupt()
{
    m_watch.close();
    // A log event, because repeating the current state creates no event.
    publish("log", [this](const QByteArray &missedId) {
        if (missedId.isEmpty())
            return endJob("cancelled");
        m_watch.open("/api/v1/events/" + m_job, {}, m_lastId);
        await([this, missedId] { return m_watch.withId(missedId) != nullptr; }, m_patient.patience,
              [this, missedId](bool came) { reportResumption(missedId, came); });
    });
}

void StreamStep::reportResumption(const QByteArray &missedId, bool came)
{
    const bool repeats = m_watch.withId(m_lastId) != nullptr;
    const StreamWatch::Arrival *hello = m_watch.firstEvent("hub.hello");
    const bool replayed =
        hello && hello->data.value(QLatin1String("resumed")) == QLatin1String("replayed");
    if (came && !repeats && replayed)
        good("resume",
             tr("Last-Event-ID works: the missed event was replayed, and no event came twice"));
    else if (came && repeats)
        fault("resume", tr("Last-Event-ID was ignored: events came twice"),
              tr("check whether a proxy removes this header"));
    else
        fault("resume", tr("Last-Event-ID was ignored: the missed event was not replayed"),
              tr("check whether a proxy removes this header"));
    if (came)
        m_lastId = missedId;
    forgeWebhook();
}

/// Sends a webhook with a wrong signature, which a verifying source must reject. Then sends the
/// correct one.
void StreamStep::forgeWebhook()
{
    if (m_patient.signingKey.isEmpty())
        return sendWebhook();
    const TestWebhook webhook = forgedWebhook(m_patient, m_job, m_clock.wallMs());
    m_calls.post(
        webhook.path, webhook.body, webhook.headers, this,
        [this](const hub::Result<QJsonObject> &answer) {
            if (m_stopping)
                return;
            const QString source = hub::fromUtf8(m_patient.source);
            if (answer)
                fault("signature",
                      tr("the source %1 accepts a webhook with a wrong signature").arg(source),
                      tr("set scheme = \"standard-webhooks\" and secrets_file for this source in "
                         "the hub's configuration"));
            else if (answer.error().code == hub::errorcode::badSignature)
                good("signature",
                     tr("the source %1 refuses a webhook with a wrong signature").arg(source));
            sendWebhook();
        });
}

void StreamStep::sendWebhook()
{
    const TestWebhook webhook = testWebhook(m_patient, m_job, m_clock.wallMs());
    m_sent = m_watch.elapsed();
    m_calls.post(webhook.path, webhook.body, webhook.headers, this,
                 [this](const hub::Result<QJsonObject> &answer) {
                     if (!m_stopping)
                         handleWebhook(answer);
                 });
}

void StreamStep::handleWebhook(const hub::Result<QJsonObject> &answer)
{
    if (!answer) {
        emit found(webhookRefusal(m_patient, answer.error()));
        return endJob("cancelled");
    }
    const QString source = hub::fromUtf8(m_patient.source);
    await([this] { return m_watch.firstEvent("completed") != nullptr; }, m_patient.patience,
          [this, source](bool came) {
              const QString reached =
                  m_patient.signingKey.isEmpty()
                      ? tr("an unsigned webhook to the source %1 reached the stream after %2 ms")
                      : tr("a signed webhook to the source %1 reached the stream after %2 ms");
              m_jobRuns = !came;
              if (came)
                  good("webhook", reached.arg(source).arg(
                                      (m_watch.firstEvent("completed")->after - m_sent).count()));
              else
                  fault("webhook",
                        tr("the source %1 accepted the webhook, but no event followed").arg(source),
                        tr("GET /api/v1/deliveries shows how the hub handled it"));
              endJob("cancelled");
          });
}

/// Nothing, or only the beginning, arrived in time. Ends the job and checks whether the rest
/// arrives when the hub ends the stream.
void StreamStep::reportHeld()
{
    if (!m_jobRuns) {
        fault(
            "buffering",
            tr("nothing arrived within %1 s of connecting").arg(m_patient.patience.count() / 1000),
            bufferingAdvice());
        return finish();
    }
    publish("completed", [this](const QByteArray &eventId) {
        m_jobRuns = eventId.isEmpty();
        await([this] { return m_watch.firstEvent("completed") != nullptr; }, m_patient.deadline,
              [this](bool) { reportHeldEnd(); });
    });
}

void StreamStep::reportHeldEnd()
{
    const QString patience = QString::number(m_patient.patience.count() / 1000.0);
    if (!m_watch.firstEvent("completed"))
        fault("buffering", tr("no event arrived"), bufferingAdvice());
    else if (m_headCame)
        fault("buffering",
              tr("the stream began at once, but an event did not arrive within %1 s; it arrived "
                 "when the hub ended the stream")
                  .arg(patience),
              bufferingAdvice());
    else
        fault("buffering",
              tr("nothing arrived within %1 s; everything arrived when the hub ended the stream")
                  .arg(patience),
              bufferingAdvice());
    endJob("cancelled");
}

void StreamStep::endJob(const QByteArray &type)
{
    m_watch.close();
    if (!std::exchange(m_jobRuns, false))
        return finish();
    m_calls.post("/api/v1/jobs/" + m_job + "/events",
                 toJson({{QStringLiteral("type"), QString::fromLatin1(type)}}), {}, this,
                 [this](const hub::Result<QJsonObject> &answer) {
                     if (!answer)
                         note("cleanup",
                              tr("the job %1 could not be ended: %2")
                                  .arg(QString::fromLatin1(m_job), answer.error().message));
                     finish();
                 });
}

void StreamStep::stop()
{
    m_stopping = true;
    m_patience.stop();
    m_condition = nullptr;
    m_then = nullptr;
    endJob("cancelled");
}

} // namespace ui
