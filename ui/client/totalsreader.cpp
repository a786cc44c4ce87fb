// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/client/totalsreader.h"

#include "hub/base/log.h"

#include <algorithm>
#include <utility>

namespace ui {

namespace {

/// Returns whether asking again cannot help: the hub is older, or the token is limited to some
/// jobs.
bool isFinal(const hub::Error &error)
{
    return error.code == "not_counted" || error.code == "not_found" || error.code == "http_404"
           || error.code == "insufficient_scope";
}

} // namespace

TotalsReader::TotalsReader(QNetworkAccessManager *network, const hub::Clock &clock, QObject *parent)
    : QObject(parent)
    , m_network(network)
    , m_clock(clock)
    , m_timer(clock)
{
    connect(&m_timer, &hub::ClockTimer::timedOut, this, &TotalsReader::ask);
}

TotalsReader::~TotalsReader() = default;

void TotalsReader::start(const QUrl &hub)
{
    m_api = std::make_unique<HubApi>(m_network, hub, m_clock);
    m_again = false;
    ask();
}

void TotalsReader::stop()
{
    m_api.reset();
    m_timer.stop();
    m_waits = false;
}

void TotalsReader::readSoon()
{
    if (!m_api)
        return;
    if (m_waits) {
        m_again = true;
        return;
    }
    const std::chrono::milliseconds since{m_clock.steadyMs() - m_asked.count()};
    m_timer.start(std::max(pause - since, std::chrono::milliseconds{0}));
}

void TotalsReader::ask()
{
    m_asked = std::chrono::milliseconds{m_clock.steadyMs()};
    m_waits = true;
    m_timer.stop();
    m_api->jobTotals(m_api.get(), [this](const hub::Result<JobTotals> &totals) { handle(totals); });
}

void TotalsReader::handle(const hub::Result<JobTotals> &totals)
{
    m_waits = false;
    if (!totals && isFinal(totals.error())) {
        stop();
        emit refused();
        return;
    }
    m_timer.start(interval);
    if (std::exchange(m_again, false))
        readSoon();
    if (totals) {
        emit received(*totals);
    } else {
        qCWarning(hub::lcClient) << "cannot read how many jobs the hub has:"
                                 << totals.error().message;
    }
}

} // namespace ui
