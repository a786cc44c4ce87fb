// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/base/clocktimer.h"
#include "hub/base/systemclock.h"
#include "ui/client/linkstatus.h"

#include <QObject>

#include <chrono>

namespace ui {

class HubContact;
class JobLink;

/// The one state of the connection that the window shows. It is the state of the jobs, and while
/// these are live it also tells whether the hub is silent or draining.
class LinkVerdict : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(LinkVerdict)

public:
    /// A hub that sends something each second counts as silent after this time.
    static constexpr std::chrono::seconds silentAfter{3};

    /// The arguments are not owned and outlive this.
    LinkVerdict(const JobLink *link, const HubContact *contact,
                const hub::Clock &clock = hub::systemClock(), QObject *parent = nullptr);

    const LinkStatus &status() const { return m_status; }

signals:
    void statusChanged(const ui::LinkStatus &status);

private:
    void handleLink(const LinkStatus &status);
    void judge();
    void handleBytes();
    std::chrono::milliseconds silence() const;
    void setStatus(const LinkStatus &status);

    const JobLink *m_link;
    const HubContact *m_contact;
    const hub::Clock &m_clock;
    hub::ClockTimer m_timer; ///< Time until the hub may count as silent.
    LinkStatus m_status;
};

} // namespace ui
