// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/sqlite/inodelock.h"

#include <QFile>

#include <cerrno>
#include <mutex>
#include <set>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace hub {

namespace {

/// Far from the bytes that SQLite locks (from 1 GiB on), because its locks would conflict with this
/// one.
constexpr off_t lockedByte = off_t{1} << 40;

bool lock(int descriptor)
{
    struct flock wanted
    { };
    wanted.l_type = F_WRLCK;
    wanted.l_whence = SEEK_SET;
    wanted.l_start = lockedByte;
    wanted.l_len = 1;
    if (::fcntl(descriptor, F_OFD_SETLK, &wanted) == 0)
        return true;
    return errno != EAGAIN && errno != EACCES; // no locks on this file system: no effect
}

} // namespace

/// The files that this process has locked. Closing any descriptor of a file drops the locks that
/// SQLite holds on the file in this process (fcntl(2)). So a locked file is not opened again.
struct InodeLock::Registry
{
    std::mutex mutex;
    std::set<File> files;
};

InodeLock::Registry &InodeLock::registry()
{
    static auto *const instance = new Registry; // never destroyed: must outlive every lock
    return *instance;
}

std::unique_ptr<InodeLock> InodeLock::take(const QString &path)
{
    const QByteArray name = QFile::encodeName(path);
    Registry &known = registry();
    const std::lock_guard guard(known.mutex);
    struct stat status
    { };
    if (::stat(name.constData(), &status) != 0)
        return std::unique_ptr<InodeLock>(new InodeLock(-1, {}));
    const File file{status.st_dev, status.st_ino};
    if (known.files.count(file) > 0)
        return nullptr;
    const int descriptor = ::open(name.constData(), O_RDWR | O_CLOEXEC);
    if (descriptor < 0)
        return std::unique_ptr<InodeLock>(new InodeLock(-1, {}));
    if (!lock(descriptor)) {
        ::close(descriptor);
        return nullptr;
    }
    known.files.insert(file);
    return std::unique_ptr<InodeLock>(new InodeLock(descriptor, file));
}

InodeLock::InodeLock(int descriptor, File file) : m_descriptor(descriptor), m_file(std::move(file))
{ }

InodeLock::~InodeLock()
{
    if (m_descriptor < 0)
        return;
    Registry &known = registry();
    const std::lock_guard guard(known.mutex);
    ::close(m_descriptor);
    known.files.erase(m_file);
}

} // namespace hub
