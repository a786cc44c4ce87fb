// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/desktopscheme.h"

#include <QGuiApplication>
#include <QStyleHints>
#include <QTimer>

#ifdef HELIOGRAPH_DBUS
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#endif

namespace ui {

#ifdef HELIOGRAPH_DBUS

namespace {

const QString service = QStringLiteral("org.freedesktop.portal.Desktop");
const QString path = QStringLiteral("/org/freedesktop/portal/desktop");
const QString interface = QStringLiteral("org.freedesktop.portal.Settings");
const QString appearance = QStringLiteral("org.freedesktop.appearance");
const QString colorScheme = QStringLiteral("color-scheme");

/// Unwraps nested variants: the portal's `Read` adds one variant more than its signal.
int schemeOf(QVariant value)
{
    while (value.canConvert<QDBusVariant>())
        value = value.value<QDBusVariant>().variant();
    return value.toInt();
}

} // namespace

#endif

DesktopScheme::DesktopScheme(QObject *parent) : QObject(parent)
{
#if QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)
    const auto tell = [this](Qt::ColorScheme scheme) {
        emit changed(scheme == Qt::ColorScheme::Dark    ? 1
                     : scheme == Qt::ColorScheme::Light ? 2
                                                        : 0);
    };
    connect(QGuiApplication::styleHints(), &QStyleHints::colorSchemeChanged, this, tell);
    QTimer::singleShot(0, this, [tell] { tell(QGuiApplication::styleHints()->colorScheme()); });
#else
    readPortal();
#endif
}

void DesktopScheme::readPortal()
{
#ifdef HELIOGRAPH_DBUS
    QDBusConnection bus = QDBusConnection::sessionBus();
    if (!bus.isConnected())
        return;
    bus.connect(service, path, interface, QStringLiteral("SettingChanged"), this,
                SLOT(handleSetting(QString, QString, QDBusVariant)));
    QDBusMessage call =
        QDBusMessage::createMethodCall(service, path, interface, QStringLiteral("Read"));
    call << appearance << colorScheme;
    auto *watcher = new QDBusPendingCallWatcher(bus.asyncCall(call), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher] {
        watcher->deleteLater();
        const QDBusPendingReply<QVariant> reply = *watcher;
        if (!reply.isError())
            emit changed(schemeOf(reply.value()));
    });
#endif
}

#ifdef HELIOGRAPH_DBUS
void DesktopScheme::handleSetting(const QString &group, const QString &key,
                                  const QDBusVariant &value)
{
    if (group == appearance && key == colorScheme)
        emit changed(schemeOf(value.variant()));
}
#endif

} // namespace ui
