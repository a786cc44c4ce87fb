// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/monitor/autostart.h"

#include "ui/models/desktopentry.h"
#include "ui/models/programid.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>
#include <QStandardPaths>

namespace app {

namespace {

QString fileOf(const QString &profile)
{
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation);
    const QString suffix = profile.isEmpty() ? QString() : QLatin1Char('.') + profile;
    return folder + QStringLiteral("/autostart/") + ui::programId + suffix
           + QStringLiteral(".desktop");
}

/// Returns the command of this program: its name where the desktop finds it by that, and otherwise
/// its path.
QString command()
{
    const QString name = QStringLiteral("heliograph");
    const QString own = QCoreApplication::applicationFilePath();
    const QString found = QStandardPaths::findExecutable(name);
    const bool same = !found.isEmpty()
                      && QFileInfo(found).canonicalFilePath() == QFileInfo(own).canonicalFilePath();
    return same ? name : ui::execArgument(own);
}

QByteArray contentOf(const QString &profile)
{
    QString text = QStringLiteral("[Desktop Entry]\nType=Application\nVersion=1.4\n"
                                  "Name=Heliograph\nIcon=%1\nExec=%2 --hidden%3\n"
                                  "Terminal=false\nX-GNOME-Autostart-enabled=true\n");
    const QString more =
        profile.isEmpty() ? QString() : QStringLiteral(" --profile ") + ui::execArgument(profile);
    return text.arg(QString(ui::programId), command(), more).toUtf8();
}

} // namespace

bool Autostart::isOffered()
{
    return true;
}

bool Autostart::isOn() const
{
    QFile file(fileOf(m_profile));
    constexpr qint64 enough = 64 * 1024;
    return file.open(QIODevice::ReadOnly) && ui::startsWithDesktop(file.read(enough));
}

hub::Result<void> Autostart::set(bool on) const
{
    const QString name = fileOf(m_profile);
    const auto failed = [&name](const QString &reason) {
        return hub::Error{"not_writable", QStringLiteral("%1: %2").arg(name, reason)};
    };
    if (!on) {
        QFile file(name);
        if (file.exists() && !file.remove())
            return failed(file.errorString());
        return {};
    }
    QDir().mkpath(QFileInfo(name).path());
    QSaveFile file(name);
    const QByteArray content = contentOf(m_profile);
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size() || !file.commit())
        return failed(file.errorString());
    return {};
}

} // namespace app
