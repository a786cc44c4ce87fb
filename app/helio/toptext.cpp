// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/helio/toptext.h"

#include "app/helio/output.h"
#include "hub/base/printable.h"
#include "hub/base/utf8.h"

#include <algorithm>
#include <array>
#include <tuple>

namespace helio {

namespace {

using Row = std::array<QString, 9>;
constexpr std::array<bool, 9> rightAligned{true, false, false, true, true, true, true, true, false};
constexpr qsizetype widestName = 28; ///< In characters. Ids have up to 128.

QString bytesText(double bytes)
{
    const char *const units[] = {"B", "KiB", "MiB", "GiB", "TiB"};
    int unit = 0;
    for (; bytes >= 1024 && unit < 4; ++unit)
        bytes /= 1024;
    return QStringLiteral("%1 %2")
        .arg(bytes, 0, 'f', unit == 0 || bytes >= 100 ? 0 : 1)
        .arg(QLatin1String(units[unit]));
}

QString ageText(std::chrono::seconds age)
{
    const qint64 seconds = age.count();
    if (seconds < 0)
        return QStringLiteral("0 s");
    if (seconds < 120)
        return QStringLiteral("%1 s").arg(seconds);
    if (seconds < 7200)
        return QStringLiteral("%1 m").arg(seconds / 60);
    if (seconds < 2 * 86'400)
        return QStringLiteral("%1 h").arg(seconds / 3600);
    return QStringLiteral("%1 d").arg(seconds / 86'400);
}

QString name(const QString &foreign)
{
    const QString text = hub::escapedControls(foreign);
    return text.size() > widestName ? text.left(widestName - 1) + QChar(0x2026) : text;
}

Row rowOf(const ui::ConnectionInfo &connection, qint64 nowMs)
{
    const std::chrono::milliseconds age(nowMs - connection.openedMs);
    return {QString::number(connection.id),
            name(hub::printable(connection.topic)),
            name(hub::printable(connection.user)),
            ageText(std::chrono::duration_cast<std::chrono::seconds>(age)),
            QString::number(connection.lagEvents),
            QStringLiteral("%1 ms").arg(connection.lag.count()),
            bytesText(static_cast<double>(connection.backlogBytes)),
            bytesText(static_cast<double>(connection.bytesSent)),
            hub::escapedControls(connection.remote) + QLatin1Char(' ')
                + name(connection.userAgent)};
}

QStringList table(const QList<Row> &rows)
{
    std::array<qsizetype, 9> widths{};
    for (const Row &row : rows)
        for (std::size_t i = 0; i < widths.size(); ++i)
            widths[i] = std::max(widths[i], row[i].size());
    QStringList lines;
    for (const Row &row : rows) {
        QString line;
        for (std::size_t i = 0; i < widths.size(); ++i)
            line += (rightAligned[i] ? row[i].rightJustified(widths[i])
                                     : row[i].leftJustified(widths[i]))
                    + QStringLiteral("  ");
        while (line.endsWith(QLatin1Char(' ')))
            line.chop(1);
        lines << line;
    }
    return lines;
}

bool isBefore(const ui::ConnectionInfo &a, const ui::ConnectionInfo &b)
{
    return std::tuple(-a.lagEvents, -a.backlogBytes, -a.bytesSent, a.id)
           < std::tuple(-b.lagEvents, -b.backlogBytes, -b.bytesSent, b.id);
}

QStringList figures(const TopView &view)
{
    const ui::HubFigures &stats = view.stats;
    const QString state = view.state.isEmpty() ? QString() : QStringLiteral("   ") + view.state;
    return {QStringLiteral("%1   up %2   database %3%4")
                .arg(view.hub, ageText(stats.uptime),
                     stats.storeHealthy ? QStringLiteral("ok") : QStringLiteral("DEGRADED"),
                     hub::escapedControls(state)),
            QStringLiteral("%1 connections, %2 at most   %3 events/s in   %4 frames/s out   %5/s")
                .arg(stats.connections)
                .arg(stats.connectionsPeak)
                .arg(stats.eventsPerSecond, 0, 'f', 0)
                .arg(stats.framesPerSecond, 0, 'f', 0)
                .arg(bytesText(stats.bytesPerSecond)),
            QString()};
}

} // namespace

QStringList topLines(const TopView &view, int columns, int rows)
{
    QList<ui::ConnectionInfo> connections = view.connections;
    std::sort(connections.begin(), connections.end(), isBefore);
    QStringList lines = figures(view);
    const qsizetype room =
        rows > 0 ? std::max<qsizetype>(0, rows - lines.size() - 1) : connections.size();
    QList<Row> shown{{QStringLiteral("ID"), QStringLiteral("TOPIC"), QStringLiteral("USER"),
                      QStringLiteral("AGE"), QStringLiteral("BEHIND"), QStringLiteral("LAG"),
                      QStringLiteral("UNSENT"), QStringLiteral("SENT"), QStringLiteral("CLIENT")}};
    for (const ui::ConnectionInfo &connection :
         connections.first(std::min(room, connections.size())))
        shown << rowOf(connection, view.nowMs);
    lines += table(shown);
    if (rows > 0 && lines.size() > rows)
        lines.resize(rows);
    for (QString &line : lines)
        if (columns > 0 && line.size() > columns)
            line = line.left(columns - 1) + QChar(0x2026);
    return lines;
}

} // namespace helio
