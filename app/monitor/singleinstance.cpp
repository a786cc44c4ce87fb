// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/monitor/singleinstance.h"

#include "app/monitor/localchannel.h"
#include "ui/models/programid.h"

#ifdef HELIOGRAPH_DBUS
#include "app/monitor/buschannel.h"
#endif

#include <QCryptographicHash>
#include <QDir>
#include <QStandardPaths>

namespace app {

namespace {

/// Returns the user's own runtime folder if there is one. Other users cannot take a name there.
QString runtimeFolder()
{
    const QString runtime = QStandardPaths::writableLocation(QStandardPaths::RuntimeLocation);
    return runtime.isEmpty() ? QDir::tempPath() : runtime;
}

/// Returns a part of a name that stands for a folder, however its path is written.
QString folderHash(const QString &folder)
{
    const QByteArray path = QDir(folder).canonicalPath().toUtf8();
    const QByteArray hash = QCryptographicHash::hash(path, QCryptographicHash::Sha256);
    return QStringLiteral("portable-") + QString::fromLatin1(hash.toHex().first(16));
}

std::unique_ptr<InstanceChannel> makeBusChannel(const QString &name)
{
#ifdef HELIOGRAPH_DBUS
    if (BusChannel::isAvailable())
        return std::make_unique<BusChannel>(name);
#else
    Q_UNUSED(name)
#endif
    return nullptr;
}

std::unique_ptr<InstanceChannel> makeLocalChannel(const QString &profile,
                                                  const QString &portableFolder)
{
    // Not in the portable folder: a lock there would hold on another machine too, and its file
    // system may have no sockets.
    QString name = QStringLiteral("heliograph");
    if (!profile.isEmpty())
        name += QLatin1Char('-') + profile;
    if (!portableFolder.isEmpty())
        name += QLatin1Char('-') + folderHash(portableFolder);
    return std::make_unique<LocalChannel>(runtimeFolder(), name);
}

} // namespace

SingleInstance::SingleInstance(const QString &profile, const QString &portableFolder,
                               QObject *parent)
    : QObject(parent)
    , m_profile(profile)
    , m_portableFolder(portableFolder)
{ }

SingleInstance::~SingleInstance() = default;

hub::Result<InstanceRole> SingleInstance::claim(const Request &request)
{
    if (auto bus = makeBusChannel(busName(m_profile, m_portableFolder))) {
        use(std::move(bus));
        hub::Result<InstanceRole> role = m_channel->claim(request);
        if (role || role.error().code != "instance_unclear")
            return role;
    }
    use(makeLocalChannel(m_profile, m_portableFolder));
    return m_channel->claim(request);
}

void SingleInstance::use(std::unique_ptr<InstanceChannel> channel)
{
    m_channel = std::move(channel);
    connect(m_channel.get(), &InstanceChannel::requested, this, &SingleInstance::requested);
}

QString SingleInstance::busName(const QString &profile, const QString &portableFolder)
{
    QString name = ui::programId;
    if (!profile.isEmpty())
        name += QStringLiteral(".profile-") + profile;
    if (!portableFolder.isEmpty())
        name += QLatin1Char('.') + folderHash(portableFolder);
    return name;
}

} // namespace app
