// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/loop/uniquefd.h"

#include <QFile>

namespace hub {

void closeDescriptor(int fd)
{
    QFile file;
    (void)file.open(fd, QIODevice::ReadOnly, QFileDevice::AutoCloseHandle);
}

} // namespace hub
