// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/models/session.h"

#include "hub/base/utf8.h"
#include "ui/models/eventtext.h"

#include <QThreadPool>

using namespace std::chrono_literals;

namespace ui {

namespace {

LogLevel levelOf(const JobEvent &event)
{
    const QString level = eventLevel(event);
    if (level == QLatin1String("error"))
        return LogLevel::Error;
    if (level == QLatin1String("warning"))
        return LogLevel::Warning;
    if (level == QLatin1String("debug"))
        return LogLevel::Debug;
    return level == QLatin1String("info") ? LogLevel::Info : LogLevel::None;
}

} // namespace

Session::Session(const Clock *clock, QObject *parent) : QObject(parent), m_clock(clock)
{
    m_jobModel.setNow(clock->wallMs());
    m_connections.setNow(clock->wallMs());
    m_logRows.setPool(QThreadPool::globalInstance());
}

void Session::setTimeStyle(TimeStyle style)
{
    m_timeStyle = style;
    m_jobModel.setTimeStyle(style);
    emit updated();
}

void Session::reset()
{
    m_inbox = Inbox();
    m_jobModel.clear();
    m_connections.clear();
    m_ring.clear();
    m_logRows.advance(0ms);
    m_stats = {};
    m_connectionsPeak = 0;
    m_appliedId.clear();
    m_hasSnapshot = false;
    m_wasLive = false;
    emit updated();
}

void Session::clearLog()
{
    m_ring.clear();
    m_logRows.advance(0ms);
}

FilterMoment Session::filterMoment() const
{
    return ui::filterMoment(m_clock->wallMs(), m_timeStyle);
}

void Session::tick()
{
    const std::chrono::milliseconds end = now() + tickBudget;
    const bool some = !m_inbox.empty();
    if (m_inbox.takeOverflow()) {
        note(LogKind::Gap, tr("Too many events arrived at once; loading all jobs again"));
        emit resyncNeeded();
    }
    while (!m_inbox.empty() && now() < end)
        std::visit([this](const auto &arrival) { apply(arrival); }, m_inbox.take());
    const qint64 steady = m_clock->steadyMs();
    m_jobModel.setNow(m_clock->wallMs());
    m_connections.setNow(m_clock->wallMs());
    publish();
    if (some)
        emit updated();
    m_throughput.advance(steady);
    if (steady - m_secondMs >= 1000) {
        m_secondMs = steady;
        emit secondPassed();
    }
}

std::chrono::milliseconds Session::now() const
{
    return std::chrono::milliseconds(m_clock->steadyMs());
}

void Session::publish()
{
    m_jobModel.flush();
    m_sortedJobs.flush(m_clock->steadyMs());
    m_logRows.advance(tickBudget / 2);
    if (!m_watchedEvents.isEmpty())
        emit watchedEvents(std::exchange(m_watchedEvents, {}));
}

void Session::apply(const JobEvent &event)
{
    m_throughput.add();
    LogRow row;
    row.ms = event.delta.id.ms;
    row.n = event.delta.id.n;
    row.type = event.delta.type;
    row.level = levelOf(event);
    m_ring.append(row, event.delta.jobId, eventText(event).toUtf8());
    const JobApplied applied = m_store.apply(event);
    if (!event.id.isEmpty())
        m_appliedId = event.id;
    if (event.delta.jobId == m_watched && !m_watched.isEmpty())
        m_watchedEvents.append(event);
    if (applied.became && hub::isTerminal(*applied.became) && m_link.state == LinkState::Live)
        emit jobEnded(m_store.at(applied.row).job);
}

void Session::apply(const arrival::Snapshot &snapshot)
{
    const QList<QByteArray> missing = m_store.applySnapshot(snapshot.jobs);
    m_appliedId = snapshot.asOf;
    m_hasSnapshot = true;
    if (!missing.isEmpty())
        emit jobsMissing(missing);
}

void Session::apply(const arrival::Polled &polled)
{
    for (const hub::Job &job : polled.jobs) {
        const bool known = m_store.find(job.id) >= 0;
        const JobApplied applied = m_store.upsert(job);
        if (known && applied.became && hub::isTerminal(*applied.became)
            && m_link.state == LinkState::Polling) {
            emit jobEnded(job);
        }
    }
    m_hasSnapshot = true;
    if (!polled.asOf.isEmpty())
        m_appliedId = polled.asOf;
}

void Session::apply(const arrival::Epoch &epoch)
{
    // Event ids of another epoch cannot be compared with those of these jobs.
    m_jobModel.clear();
    note(LogKind::HubRestarted, tr("The hub has a new history (%1); all jobs were loaded again")
                                    .arg(hub::fromUtf8(epoch.name)));
    emit hubRestarted();
}

void Session::apply(const Gap &gap)
{
    note(LogKind::Gap,
         tr("Events are missing between %1 and %2 (%3)")
             .arg(hub::fromUtf8(gap.requested), hub::fromUtf8(gap.resumedFrom), gap.reason));
    emit gapSeen(gap);
}

void Session::apply(const LinkStatus &status)
{
    if (status == m_link)
        return;
    noteLink(std::exchange(m_link, status), status);
    if (status.state != LinkState::Live) {
        m_connections.clear();
        m_stats = {};
    }
    emit linkChanged(m_link);
}

void Session::noteLink(const LinkStatus &before, const LinkStatus &now)
{
    if (before.state == LinkState::Live && now.state == LinkState::Reconnecting) {
        note(LogKind::Note, tr("Connection lost: %1").arg(now.reason));
    } else if (now.state == LinkState::Polling && before.state != LinkState::Polling) {
        note(LogKind::Note,
             tr("Streaming is blocked; jobs are polled and single events are not shown"));
    } else if (now.state == LinkState::Live && before.state != LinkState::Live) {
        note(LogKind::Reconnected, m_wasLive ? tr("Connected again") : tr("Connected"));
        m_wasLive = true;
    }
}

void Session::apply(const HubFigures &stats)
{
    m_stats = stats;
    m_connectionsPeak = qMax(m_connectionsPeak, qMax(stats.connections, stats.connectionsPeak));
}

void Session::apply(const QList<ConnectionInfo> &connections)
{
    m_connections.setConnections(connections);
}

void Session::apply(const arrival::Opened &opened)
{
    m_connections.open(opened.connection);
    m_connectionsPeak = qMax<qint64>(m_connectionsPeak, m_connections.total());
}

void Session::apply(const arrival::Closed &closed)
{
    m_connections.close(closed.id);
}

void Session::note(LogKind kind, const QString &text)
{
    LogRow row;
    row.ms = m_clock->wallMs();
    row.kind = kind;
    m_ring.append(row, {}, text.toUtf8());
}

} // namespace ui
