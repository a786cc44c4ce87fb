// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/monitor/profiles.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QProcess>
#include <QRegularExpression>

namespace app {

namespace {

const QLatin1String firstPart("monitor-");

QString fileName(const QString &profile)
{
    return profile.isEmpty() ? QStringLiteral("monitor") : firstPart + profile;
}

} // namespace

Profiles::Profiles(const QString &portableFolder) : m_portableFolder(portableFolder) { }

bool Profiles::isName(const QString &name)
{
    // The profile becomes part of file names.
    static const QRegularExpression plain(QStringLiteral("^[A-Za-z0-9_-]{0,40}\\z"));
    return plain.match(name).hasMatch();
}

QStringList Profiles::names() const
{
    const QFileInfo own(settings({})->fileName());
    QStringList names;
    for (const QString &file :
         own.dir().entryList({firstPart + QStringLiteral("*.ini")}, QDir::Files, QDir::Name)) {
        const QString name = file.mid(firstPart.size()).chopped(4);
        if (!name.isEmpty() && isName(name) && names.size() < maxNames)
            names << name;
    }
    names.prepend(QString());
    return names;
}

std::unique_ptr<QSettings> Profiles::settings(const QString &name) const
{
    if (m_portableFolder.isEmpty()) {
        return std::make_unique<QSettings>(QSettings::IniFormat, QSettings::UserScope,
                                           QStringLiteral("heliograph"), fileName(name));
    }
    return std::make_unique<QSettings>(
        QDir(m_portableFolder).filePath(fileName(name) + QStringLiteral(".ini")),
        QSettings::IniFormat);
}

hub::Result<void> Profiles::create(const QString &name, const QSettings &like) const
{
    if (name.isEmpty() || !isName(name))
        return hub::Error{"bad_profile",
                          QCoreApplication::translate(
                              "app::Profiles", "use 1 to 40 letters, digits, - and _ for a name")};
    if (names().contains(name))
        return hub::Error{
            "profile_exists",
            QCoreApplication::translate("app::Profiles", "there is a profile %1").arg(name)};
    const auto made = settings(name);
    for (const QString &key : like.allKeys()) {
        if (!key.startsWith(QLatin1String("hub/")))
            made->setValue(key, like.value(key));
    }
    // Without this key the monitor would take the profile for one of an earlier version.
    made->setValue(QStringLiteral("hub/embedded"), QStringLiteral("ask"));
    made->sync();
    return {};
}

bool Profiles::start(const QString &name) const
{
    QProcess process;
    QStringList arguments{QStringLiteral("--profile"), name};
    if (!m_portableFolder.isEmpty())
        arguments << QStringLiteral("--portable");
    QProcessEnvironment variables = QProcessEnvironment::systemEnvironment();
    variables.remove(QStringLiteral("HELIOGRAPH_TOKEN_FILE")); // the token is for this hub
    process.setProcessEnvironment(variables);
    process.setProgram(QCoreApplication::applicationFilePath());
    process.setArguments(arguments);
    return process.startDetached();
}

} // namespace app
