// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/sqlite/storelock.h"

#include "hub/sqlite/inodelock.h"

#include <QDir>
#include <QFileInfo>

namespace hub {

namespace {

Error refusal(const QString &path, const QLockFile &lock)
{
    qint64 process = 0;
    if (lock.error() != QLockFile::LockFailedError) {
        return {QByteArrayLiteral("store_unusable"),
                QStringLiteral("cannot write the lock file of the database %1").arg(path)};
    }
    QString host;
    QString program;
    if (!lock.getLockInfo(&process, &host, &program)) {
        return {QByteArrayLiteral("store_in_use"),
                QStringLiteral("the database %1 is in use").arg(path)};
    }
    return {QByteArrayLiteral("store_in_use"),
            QStringLiteral("the database %1 is in use by process %2 (%3)")
                .arg(path)
                .arg(process)
                .arg(program)};
}

/// Returns the canonical path, to which all symbolic links to the database lead.
QString trueName(const QString &path)
{
    const QFileInfo file(path);
    const QString name = file.canonicalFilePath();
    if (!name.isEmpty())
        return name;
    const QString folder = QFileInfo(file.absolutePath()).canonicalFilePath();
    return folder.isEmpty() ? path : QDir(folder).filePath(file.fileName());
}

Result<std::unique_ptr<QLockFile>> lockName(const QString &path)
{
    auto lock = std::make_unique<QLockFile>(trueName(path) + QStringLiteral(".lock"));
    lock->setStaleLockTime(0); // no lock is stale because it is old
    if (lock->tryLock(0))
        return lock;
    // QLockFile checks whether the process is alive. After a crash in another container (another
    // host name, or a process id that is in use again) this check would fail forever. The kernel's
    // lock on the lock file is reliable: removeStaleLockFile() removes the file only if nobody
    // holds that lock.
    if (lock->removeStaleLockFile() && lock->tryLock(0))
        return lock;
    return refusal(path, *lock);
}

} // namespace

StoreLock::StoreLock(QString path, std::unique_ptr<QLockFile> name)
    : m_path(std::move(path))
    , m_name(std::move(name))
{ }

StoreLock::~StoreLock() = default;

Result<std::unique_ptr<StoreLock>> StoreLock::take(const QString &path)
{
    auto name = lockName(path);
    if (!name)
        return name.error();
    std::unique_ptr<StoreLock> lock(new StoreLock(path, std::move(*name)));
    if (const Result<void> locked = lock->lockFile(); !locked)
        return locked.error();
    return lock;
}

Result<void> StoreLock::lockFile()
{
    if (m_file || !QFileInfo::exists(m_path))
        return {};
    m_file = InodeLock::take(m_path);
    if (m_file)
        return {};
    return Error{QByteArrayLiteral("store_in_use"),
                 QStringLiteral("the database %1 is in use under another name").arg(m_path)};
}

} // namespace hub
