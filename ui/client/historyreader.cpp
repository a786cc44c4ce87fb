// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/client/historyreader.h"

#include "ui/client/httprequest.h"

namespace ui {

namespace {
constexpr qsizetype maxEvents = 100'000;
constexpr std::chrono::seconds deadline{30};
} // namespace

HistoryReader::HistoryReader(QNetworkAccessManager *network, const hub::Clock &clock,
                             QObject *parent)
    : QObject(parent)
    , m_stream(network, clock)
    , m_deadline(clock)
{
    connect(&m_deadline, &hub::ClockTimer::timedOut, this, [this] {
        fail(tr("the history of the job did not arrive within %1 s").arg(deadline.count()));
    });
    connect(&m_stream, &HubStream::jobEventReceived, this, &HistoryReader::handleEvent);
    connect(&m_stream, &HubStream::jobEnded, this, &HistoryReader::finish);
    connect(&m_stream, &HubStream::connectionEnded, this,
            [this](StreamEnd, const QString &reason) { fail(reason); });
}

void HistoryReader::read(const QUrl &hub, const QByteArray &jobId, const QJsonObject &job,
                         const Answer &answer)
{
    m_answer = answer;
    const auto asOf = hub::Cursor::parse(job.value(QLatin1String("as_of")).toString().toUtf8());
    const auto last =
        hub::Cursor::parse(job.value(QLatin1String("last_event_id")).toString().toUtf8());
    if (!last || !asOf)
        return finish(); // the job has no events yet
    m_last = last->id;
    m_stream.setUrl(hubUrl(hub, "/api/v1/events/" + jobId));
    m_stream.setCursor(hub::Cursor{asOf->epoch, {}}.toWire());
    m_stream.start();
    m_deadline.start(deadline);
}

void HistoryReader::handleEvent(const JobEvent &event)
{
    m_events << event;
    if (m_events.size() >= maxEvents || event.delta.id >= m_last)
        finish();
}

void HistoryReader::finish()
{
    if (const Answer answer = std::exchange(m_answer, {})) {
        m_stream.stop();
        deleteLater();
        answer(std::move(m_events));
    }
}

void HistoryReader::fail(const QString &reason)
{
    if (const Answer answer = std::exchange(m_answer, {})) {
        m_stream.stop();
        deleteLater();
        answer(hub::Error{"history_unavailable", reason});
    }
}

} // namespace ui
