// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/store/storelock.h"

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

} // namespace

Result<std::unique_ptr<QLockFile>> lockStore(const QString &path)
{
    auto lock = std::make_unique<QLockFile>(path + QStringLiteral(".lock"));
    lock->setStaleLockTime(0); // a hub runs for months
    if (lock->tryLock(0))
        return lock;
    // QLockFile asks whether the process lives, which a hub that died in another container (another
    // host name, or a process id that is taken again) would answer wrongly for ever. The kernel's
    // lock on the file tells the truth; this removes the file only if nobody holds that.
    if (lock->removeStaleLockFile() && lock->tryLock(0))
        return lock;
    return refusal(path, *lock);
}

} // namespace hub
