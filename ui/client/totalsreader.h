// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/base/clocktimer.h"
#include "ui/client/hubapi.h"

#include <memory>

namespace ui {

/// Reads how many jobs the hub has: at the start, soon after each readSoon(), and every 30 s,
/// because the hub removes old jobs without an event.
class TotalsReader : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TotalsReader)

public:
    /// Least time between two requests.
    static constexpr std::chrono::milliseconds pause{1'000};
    /// Time after which the counts are read although no job changed.
    static constexpr std::chrono::milliseconds interval{30'000};

    /// `network` and `clock` are not owned and outlive this.
    explicit TotalsReader(QNetworkAccessManager *network,
                          const hub::Clock &clock = hub::systemClock(), QObject *parent = nullptr);
    ~TotalsReader() override;

    /// Asks this hub at once, and from now on. The requests to another hub are dropped.
    void start(const QUrl &hub);
    void stop();
    /// Asks again, at most once in `pause`. Does nothing when stopped.
    void readSoon();

signals:
    void received(const ui::JobTotals &totals);
    /// The hub has no counts for this caller. The reader has stopped.
    void refused();

private:
    void ask();
    void handle(const hub::Result<JobTotals> &totals);

    QNetworkAccessManager *m_network;
    const hub::Clock &m_clock;
    std::unique_ptr<HubApi> m_api; ///< Also the context of the answers: none comes after stop().
    hub::ClockTimer m_timer; ///< Time until the next request.
    std::chrono::milliseconds m_asked{0}; ///< Steady time of the last request.
    bool m_waits = false; ///< An answer is due.
    bool m_again = false; ///< readSoon() was called while an answer was due.
};

} // namespace ui
