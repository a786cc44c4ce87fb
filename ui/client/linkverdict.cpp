// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/client/linkverdict.h"

#include "hub/base/clock.h"
#include "ui/client/hubcontact.h"
#include "ui/client/joblink.h"

#include <algorithm>

using namespace std::chrono_literals;

namespace ui {

LinkVerdict::LinkVerdict(const JobLink *link, const HubContact *contact, const hub::Clock &clock,
                         QObject *parent)
    : QObject(parent)
    , m_link(link)
    , m_contact(contact)
    , m_clock(clock)
    , m_timer(clock)
{
    connect(&m_timer, &hub::ClockTimer::timedOut, this, &LinkVerdict::judge);
    connect(link, &JobLink::statusChanged, this, &LinkVerdict::handleLink);
    connect(contact, &HubContact::drainingChanged, this, &LinkVerdict::judge);
    connect(contact, &HubContact::beatsDueChanged, this, &LinkVerdict::judge);
    connect(contact, &HubContact::bytesReceived, this, &LinkVerdict::handleBytes);
}

void LinkVerdict::handleLink(const LinkStatus &status)
{
    if (status.state == LinkState::Live)
        return judge();
    m_timer.stop();
    LinkStatus told = status;
    const bool polledLast = m_link->lastByteTime() > m_contact->lastByteTime();
    told.silentFor = polledLast ? silence() : m_contact->age();
    setStatus(told);
}

/// Does nothing unless the jobs are live: another signal would start the countdown to the next
/// attempt again.
void LinkVerdict::judge()
{
    if (m_link->status().state != LinkState::Live)
        return;
    // A hub that is silent stays so until a byte comes, also when its own stream is given up first.
    const bool due = m_contact->beatsDue() || m_status.state == LinkState::Silent;
    const auto silent = due ? silence() : 0ms;
    m_timer.stop();
    if (silent >= silentAfter) {
        if (m_status.state != LinkState::Silent)
            setStatus({LinkState::Silent, 0, {}, {}, LinkCause::Unknown, silent});
        return;
    }
    if (due)
        m_timer.start(silentAfter - silent);
    setStatus({m_contact->draining() ? LinkState::Draining : LinkState::Live, 0, {}, {}});
}

void LinkVerdict::handleBytes()
{
    if (m_status.state == LinkState::Silent)
        judge();
}

/// Returns the time since the last sign of life of the hub, 0 if there was none.
std::chrono::milliseconds LinkVerdict::silence() const
{
    const auto last = std::max(m_contact->lastByteTime(), m_link->lastByteTime());
    return last == 0ms ? 0ms : std::chrono::milliseconds(m_clock.steadyMs()) - last;
}

void LinkVerdict::setStatus(const LinkStatus &status)
{
    if (m_status == status)
        return;
    m_status = status;
    emit statusChanged(m_status);
}

} // namespace ui
