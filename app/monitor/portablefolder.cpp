// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/monitor/portablefolder.h"

#include <QDir>
#include <QFileInfo>

namespace app {

QString portableFolder(const QString &programFolder)
{
    const QFileInfo folder(programFolder);
    const bool inBin = folder.fileName() == QLatin1String("bin");
    return QDir(inBin ? folder.path() : programFolder).filePath(QStringLiteral("heliograph-data"));
}

hub::Result<void> preparePortableFolder(const QString &folder)
{
    constexpr QFileDevice::Permissions owner =
        QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ExeOwner;
    if (!QFileInfo::exists(folder))
        QDir().mkdir(folder, owner);
    const QFileInfo made(folder);
    if (!made.isDir() || !made.isWritable()) {
        return hub::Error{"not_writable",
                          QStringLiteral("--portable: cannot write to %1").arg(folder)};
    }
    return {};
}

} // namespace app
