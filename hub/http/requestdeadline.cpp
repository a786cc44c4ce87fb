// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/http/requestdeadline.h"

#include "hub/http/httpcontext.h"

namespace hub {

RequestDeadline::RequestDeadline(HttpContext *context, Deadlines::Target *target)
    : m_context(context)
    , m_deadline(&context->net.deadlines, target)
{ }

void RequestDeadline::awaitRequest(qint64 unread)
{
    const HttpLimits &limits = m_context->limits;
    set(unread > 0 ? limits.writeDeadline : limits.idleDeadline);
}

void RequestDeadline::follow(const RequestFramer &framer)
{
    if (!framer.started() || m_phase == framer.phase())
        return;
    const HttpLimits &limits = m_context->limits;
    set(framer.phase() == RequestFramer::Phase::Head ? limits.headerDeadline : limits.bodyDeadline);
    m_phase = framer.phase();
}

void RequestDeadline::set(std::chrono::milliseconds wait)
{
    m_phase.reset();
    m_deadline.set(wait);
}

void RequestDeadline::clear()
{
    m_phase.reset();
    m_deadline.clear();
}

} // namespace hub
