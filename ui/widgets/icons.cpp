// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/icons.h"

#include "ui/models/programid.h"

#include <QGuiApplication>
#include <QIconEngine>
#include <QPainter>
#include <QPalette>
#include <QPixmapCache>
#include <QSvgRenderer>

namespace ui {

namespace {

const QString iconFolder = QStringLiteral(":/heliograph/icons/");

/// Paints a symbolic SVG in one colour at any size and pixel ratio.
class TintedIconEngine final : public QIconEngine
{
public:
    TintedIconEngine(const QString &name, const QColor &color) : m_name(name), m_color(color) { }

    QIconEngine *clone() const override { return new TintedIconEngine(m_name, m_color); }

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State) override
    {
        const qreal ratio = painter->device()->devicePixelRatio();
        painter->drawPixmap(rect.topLeft(), tintedPixmap(m_name, color(mode), rect.size(), ratio));
    }

    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State) override
    {
        return tintedPixmap(m_name, color(mode), size, 1);
    }

    QPixmap scaledPixmap(const QSize &size, QIcon::Mode mode, QIcon::State, qreal scale) override
    {
        QPixmap pixmap = tintedPixmap(m_name, color(mode), size / scale, scale);
        pixmap.setDevicePixelRatio(scale);
        return pixmap;
    }

private:
    QColor color(QIcon::Mode mode) const
    {
        if (m_color.isValid() && mode != QIcon::Disabled)
            return m_color;
        const auto group = mode == QIcon::Disabled ? QPalette::Disabled : QPalette::Active;
        const auto role =
            mode == QIcon::Selected ? QPalette::HighlightedText : QPalette::WindowText;
        return QGuiApplication::palette().color(group, role);
    }

    QString m_name;
    QColor m_color; ///< Invalid = the text colour of the palette.
};

} // namespace

QIcon actionIcon(const QString &name)
{
    return QIcon(new TintedIconEngine(name, {}));
}

QIcon tintedIcon(const QString &name, const QColor &color)
{
    return QIcon(new TintedIconEngine(name, color));
}

QPixmap tintedPixmap(const QString &name, const QColor &color, const QSize &size, qreal ratio)
{
    const QString key = QStringLiteral("heliograph/%1/%2/%3x%4@%5")
                            .arg(name, color.name(QColor::HexArgb))
                            .arg(size.width())
                            .arg(size.height())
                            .arg(ratio);
    QPixmap pixmap;
    if (QPixmapCache::find(key, &pixmap))
        return pixmap;
    pixmap = QPixmap(size * ratio);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    QSvgRenderer(iconFolder + name + QStringLiteral(".svg")).render(&painter);
    painter.setCompositionMode(QPainter::CompositionMode_SourceIn);
    painter.fillRect(pixmap.rect(), color);
    painter.end();
    pixmap.setDevicePixelRatio(ratio);
    QPixmapCache::insert(key, pixmap);
    return pixmap;
}

QString iconName(JobStatus status)
{
    return QStringLiteral("state/") + QString::fromLatin1(toString(status));
}

QString iconName(LinkState state)
{
    switch (state) {
    case LinkState::Stopped: return QStringLiteral("link/stopped");
    case LinkState::Connecting: return QStringLiteral("link/connecting");
    case LinkState::Live: return QStringLiteral("link/live");
    case LinkState::Silent: return QStringLiteral("link/silent");
    case LinkState::Draining: return QStringLiteral("link/draining");
    case LinkState::Reconnecting: return QStringLiteral("link/reconnecting");
    case LinkState::Polling: return QStringLiteral("link/polling");
    case LinkState::StoppedByHub: return QStringLiteral("link/stoppedbyhub");
    case LinkState::AuthFailed: return QStringLiteral("link/authfailed");
    case LinkState::WrongAddress: return QStringLiteral("link/wrongaddress");
    case LinkState::Offline: return QStringLiteral("link/offline");
    }
    return {};
}

QIcon programIcon()
{
    const QString builtIn = iconFolder + QLatin1String("app/") + programId + QLatin1String(".svg");
    return QIcon::fromTheme(programId, QIcon(builtIn));
}

} // namespace ui
