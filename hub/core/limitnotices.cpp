// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/core/limitnotices.h"

#include "hub/base/clock.h"
#include "hub/base/log.h"
#include "hub/core/metrics.h"

#include <chrono>

namespace hub {

namespace {
constexpr std::chrono::milliseconds pause{60'000};
} // namespace

LimitNotices::LimitNotices(const Clock &clock, Metrics &metrics)
    : m_clock(clock)
    , m_metrics(metrics)
{ }

void LimitNotices::reached(const QByteArray &limit, const QString &what)
{
    Notice &notice = m_notices[limit];
    if (!notice.count)
        notice.count =
            &m_metrics.counter("hub_limit_reached_total", "How often each limit was reached.",
                               "limit=\"" + limit + '"');
    notice.count->add();
    const qint64 now = m_clock.steadyMs();
    if (notice.saidMs >= 0 && now - notice.saidMs < pause.count()) {
        ++notice.unsaid;
        return;
    }
    const QString more =
        notice.unsaid > 0
            ? QStringLiteral(" (and %1 times since the last warning)").arg(notice.unsaid)
            : QString();
    qCWarning(lcHub).noquote()
        << QStringLiteral("limit %1 is reached: %2%3").arg(QString::fromLatin1(limit), what, more);
    notice.saidMs = now;
    notice.unsaid = 0;
}

} // namespace hub
