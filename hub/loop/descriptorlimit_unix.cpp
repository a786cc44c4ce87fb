// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/loop/descriptorlimit.h"

#include "hub/base/log.h"
#include "hub/base/utf8.h"

#include <sys/resource.h>

#include <algorithm>
#include <cerrno>
#include <limits>
#include <system_error>

namespace hub {

namespace {

/// Converts a limit. RLIM_INFINITY is the largest rlim_t, so it becomes the largest qint64.
qint64 asNumber(rlim_t limit)
{
    return static_cast<qint64>(
        std::min<rlim_t>(limit, static_cast<rlim_t>(std::numeric_limits<qint64>::max())));
}

Error refused()
{
    return {QByteArrayLiteral("refused"), fromUtf8(std::generic_category().message(errno))};
}

} // namespace

Result<DescriptorLimit> raiseDescriptorLimit()
{
    rlimit limit{};
    if (::getrlimit(RLIMIT_NOFILE, &limit) != 0)
        return refused();
    const DescriptorLimit raised{asNumber(limit.rlim_cur), asNumber(limit.rlim_max)};
    limit.rlim_cur = limit.rlim_max;
    if (raised.before != raised.now && ::setrlimit(RLIMIT_NOFILE, &limit) != 0)
        return refused();
    return raised;
}

void raiseDescriptorLimitLogged()
{
    const Result<DescriptorLimit> raised = raiseDescriptorLimit();
    if (raised)
        qCInfo(lcHub).noquote() << QStringLiteral(
                                       "limit of open descriptors: %1 (soft limit was %2)")
                                       .arg(raised->now)
                                       .arg(raised->before);
    else
        qCWarning(lcHub).noquote()
            << QStringLiteral("cannot raise the limit of open descriptors: %1")
                   .arg(raised.error().message);
}

} // namespace hub
