// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/helio/duration.h"

#include <QRegularExpression>

namespace helio {

namespace {

std::chrono::milliseconds unitOf(QStringView name)
{
    using namespace std::chrono_literals;
    if (name == QLatin1String("ms"))
        return 1ms;
    if (name == QLatin1String("m"))
        return 1min;
    if (name == QLatin1String("h"))
        return 1h;
    if (name == QLatin1String("d"))
        return 24h;
    return 1s;
}

} // namespace

std::optional<std::chrono::milliseconds> parseDuration(const QString &text)
{
    using namespace std::chrono_literals;
    static const QRegularExpression pattern(QStringLiteral("\\A([0-9]{1,9})(ms|s|m|h|d)?\\z"));
    const QRegularExpressionMatch match = pattern.match(text);
    if (!match.hasMatch())
        return {};
    const std::chrono::milliseconds duration =
        match.captured(1).toLongLong() * unitOf(match.capturedView(2));
    if (duration <= 0ms || duration > 366 * 24h)
        return {};
    return duration;
}

} // namespace helio
