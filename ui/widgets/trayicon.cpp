// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/trayicon.h"

#include "ui/models/programid.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/statepalette.h"

#include <QGuiApplication>
#include <QPainter>
#include <QPalette>

namespace ui {

namespace {

/// A badge for the corner of the program's icon. An empty name means no badge.
struct Badge
{
    QString name;
    QColor color;
};

Badge badgeOf(LinkState link, bool unseenFailures)
{
    const StatePalette palette = StatePalette::of(QGuiApplication::palette());
    if (trayState(link, unseenFailures) == TrayState::Failed)
        return {iconName(JobStatus::Failed), palette.failure()};
    return link == LinkState::Live ? Badge{} : Badge{iconName(link), palette.color(link)};
}

void paintBadge(QPixmap &pixmap, const Badge &badge)
{
    const int side = pixmap.width();
    const int part = side * 6 / 10;
    const QRect corner(side - part, side - part, part, part);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(QGuiApplication::palette().base());
    painter.drawEllipse(corner);
    painter.drawPixmap(corner.topLeft(), tintedPixmap(badge.name, badge.color, corner.size(), 1));
}

QIcon builtInIcon(const Badge &badge)
{
    QIcon icon;
    for (const int side : {22, 32, 48, 64}) {
        QPixmap pixmap = programIcon().pixmap(side, side);
        if (!badge.name.isEmpty())
            paintBadge(pixmap, badge);
        icon.addPixmap(pixmap);
    }
    return icon;
}

} // namespace

TrayState trayState(LinkState link, bool unseenFailures)
{
    switch (link) {
    case LinkState::Live:
    case LinkState::Silent:
    case LinkState::Draining:
    case LinkState::Polling: return unseenFailures ? TrayState::Failed : TrayState::Live;
    case LinkState::Connecting:
    case LinkState::Reconnecting: return TrayState::Connecting;
    case LinkState::Stopped:
    case LinkState::StoppedByHub:
    case LinkState::AuthFailed:
    case LinkState::WrongAddress:
    case LinkState::Offline: return TrayState::Offline;
    }
    return TrayState::Offline;
}

QString trayIconName(TrayState state)
{
    const auto named = [](QLatin1String word) {
        return programId + QLatin1Char('-') + word + QLatin1String("-symbolic");
    };
    switch (state) {
    case TrayState::Live: return named(QLatin1String("live"));
    case TrayState::Connecting: return named(QLatin1String("connecting"));
    case TrayState::Offline: return named(QLatin1String("offline"));
    case TrayState::Failed: return named(QLatin1String("failed"));
    }
    return {};
}

QIcon trayIcon(LinkState link, bool unseenFailures, bool named)
{
    const QIcon builtIn = builtInIcon(badgeOf(link, unseenFailures));
    return named ? QIcon::fromTheme(trayIconName(trayState(link, unseenFailures)), builtIn)
                 : builtIn;
}

} // namespace ui
