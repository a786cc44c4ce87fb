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
    const QString name =
        QStringLiteral("heliograph") + (profile.isEmpty() ? QString() : QLatin1Char('-') + profile);
    return std::make_unique<LocalChannel>(
        portableFolder.isEmpty() ? runtimeFolder() : portableFolder, name);
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
    if (!portableFolder.isEmpty()) {
        const QByteArray folder = QDir(portableFolder).canonicalPath().toUtf8();
        const QByteArray hash = QCryptographicHash::hash(folder, QCryptographicHash::Sha256);
        name += QStringLiteral(".portable-") + QString::fromLatin1(hash.toHex().first(16));
    }
    return name;
}

} // namespace app
