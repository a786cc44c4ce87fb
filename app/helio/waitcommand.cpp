// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/helio/waitcommand.h"

#include "app/helio/eventlines.h"
#include "hub/base/utf8.h"

namespace helio {

namespace {

int exitCodeOf(hub::EventType type)
{
    switch (type) {
    case hub::EventType::Completed: return Done;
    case hub::EventType::Cancelled: return JobCancelled;
    default: return JobFailed;
    }
}

} // namespace

WaitCommand::WaitCommand(const Context &context, const WaitOptions &options)
    : Command(context)
    , m_options(options)
    , m_subscriptions(context.network, context.hub)
{
    m_timeout.setSingleShot(true);
    connect(&m_timeout, &QTimer::timeout, this, [this] {
        m_handle.unsubscribe();
        m_context.output->complain(tr("%1 has not ended yet").arg(hub::fromUtf8(m_options.job)));
        emit finished(TimedOut);
    });
}

void WaitCommand::start()
{
    ui::JobHandlers handlers;
    handlers.onCompleted = [this](const ui::JobEvent &event) { handleEnd(event); };
    handlers.onFailed = [this](hub::JobStatus, const ui::JobEvent &event) { handleEnd(event); };
    handlers.onDisconnect = [this](const ui::LinkStatus &status) { handleDisconnect(status); };
    m_handle = m_subscriptions.subscribe(m_options.job, std::move(handlers));
    if (m_options.timeout.count() > 0)
        m_timeout.start(m_options.timeout);
}

void WaitCommand::handleEnd(const ui::JobEvent &event)
{
    m_timeout.stop();
    m_handle.unsubscribe();
    if (m_options.json)
        m_context.output->json(eventJson(event));
    else
        m_context.output->line(eventLine(event, true, *m_context.output));
    emit finished(exitCodeOf(event.delta.type));
}

void WaitCommand::handleDisconnect(const ui::LinkStatus &status)
{
    if (m_subscriptions.wasLive() && !ui::isFinal(status.state))
        return m_context.output->complain(tr("%1; trying again").arg(status.reason));
    m_timeout.stop();
    m_handle.unsubscribe();
    fail(tr("%1: %2").arg(m_context.hub.toDisplayString(), status.reason));
}

} // namespace helio
