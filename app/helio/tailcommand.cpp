// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/helio/tailcommand.h"

#include "app/helio/eventfilter.h"
#include "app/helio/eventlines.h"
#include "hub/base/clock.h"
#include "ui/client/httprequest.h"

#include <algorithm>

namespace helio {

TailCommand::TailCommand(const Context &context, const TailOptions &options)
    : Command(context)
    , m_options(options)
    , m_api(context.network, context.hub)
    , m_stream(context.network)
{
    connectSignals();
}

void TailCommand::connectSignals()
{
    connect(&m_stream, &ui::HubStream::statusChanged, this, &TailCommand::handleStatus);
    connect(&m_stream, &ui::HubStream::helloReceived, this, [this] { m_everConnected = true; });
    connect(&m_stream, &ui::HubStream::jobEventReceived, this, &TailCommand::handleEvent);
    connect(&m_stream, &ui::HubStream::snapshotReceived, this, &TailCommand::handleSnapshot);
    connect(&m_stream, &ui::HubStream::gapReceived, this, [this](const ui::Gap &gap) {
        print(m_options.json ? gapJson(gap) : gapLine(gap, *m_context.output));
    });
    connect(&m_stream, &ui::HubStream::jobEnded, this, [this](const QByteArray &jobId) {
        if (jobId == m_options.job)
            finish(Done);
    });
    connect(&m_stream, &ui::HubStream::connectionEnded, this,
            [this](ui::StreamEnd, const QString &reason) { handleConnectionEnded(reason); });
    connect(&m_stream, &ui::HubStream::dismissed, this, &TailCommand::giveUp);
}

void TailCommand::start()
{
    const Since &since = m_options.since;
    if (since.kind == Since::Kind::Now || since.kind == Since::Kind::Id)
        stream(since.id);
    else
        askEpoch();
}

QUrl TailCommand::streamUrl() const
{
    if (!m_options.job.isEmpty())
        return ui::hubUrl(m_context.hub, "/api/v1/events/" + m_options.job);
    QByteArrayList types;
    for (hub::EventType type : m_options.types)
        types << hub::toString(type);
    std::sort(types.begin(), types.end());
    return ui::hubUrl(m_context.hub, "/api/v1/events",
                      types.isEmpty() ? QByteArray() : "types=" + types.join(','));
}

/// Asks for the epoch, because a cursor for a point in time consists of the epoch and that time.
void TailCommand::askEpoch()
{
    m_api.get("/version", this, [this](const hub::Result<QJsonObject> &answer) {
        if (!answer)
            return fail(answer.error().message);
        const QByteArray epoch = answer->value(QLatin1String("epoch")).toString().toUtf8();
        hub::EventId from;
        if (m_options.since.kind == Since::Kind::Ago)
            from.ms = hub::SystemClock().wallMs() - m_options.since.ago.count();
        stream(hub::Cursor{epoch, from}.toWire());
    });
}

void TailCommand::stream(const QByteArray &cursor)
{
    m_stream.setUrl(streamUrl());
    m_stream.setCursor(cursor);
    m_stream.start();
}

void TailCommand::handleStatus(const ui::LinkStatus &status)
{
    if (status.state == ui::LinkState::Live && std::exchange(m_lost, false))
        m_context.output->complain(tr("connected again"));
}

void TailCommand::handleConnectionEnded(const QString &reason)
{
    const ui::LinkState state = m_stream.status().state;
    // 204: the job has ended and no event follows the cursor.
    if (state == ui::LinkState::StoppedByHub && !m_options.job.isEmpty())
        return finish(Done);
    if (!m_everConnected || ui::isFinal(state))
        return giveUp(reason);
    if (!m_finished && !std::exchange(m_lost, true))
        m_context.output->complain(tr("%1; trying again").arg(reason));
}

void TailCommand::giveUp(const QString &reason)
{
    if (!m_finished)
        m_context.output->complain(tr("%1: %2").arg(m_context.hub.toDisplayString(), reason));
    finish(Trouble);
}

void TailCommand::handleSnapshot(const ui::HubSnapshot &snapshot)
{
    if (m_options.job.isEmpty())
        return; // `helio jobs` prints the list of all jobs.
    for (const hub::Job &job : snapshot.jobs)
        print(m_options.json ? stateJson(job, snapshot.asOf) : stateLine(job, *m_context.output));
}

void TailCommand::handleEvent(const ui::JobEvent &event)
{
    if (!m_options.types.isEmpty() && !m_options.types.contains(event.delta.type))
        return;
    if (m_options.filter.judge(EventFilterRow(event, m_options.nowMs)) != hub::FilterVerdict::Yes)
        return;
    print(m_options.json ? eventJson(event)
                         : eventLine(event, m_options.job.isEmpty(), *m_context.output));
}

void TailCommand::print(const QByteArray &line)
{
    Output &output = *m_context.output;
    if (!(m_options.json ? output.json(line) : output.line(line)))
        finish(Done);
}

void TailCommand::finish(int exitCode)
{
    if (std::exchange(m_finished, true))
        return;
    m_stream.stop();
    emit finished(exitCode);
}

} // namespace helio
