// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/sqlite/inodelock.h"

namespace hub {

std::unique_ptr<InodeLock> InodeLock::take(const QString &)
{
    return std::unique_ptr<InodeLock>(new InodeLock(-1, {}));
}

InodeLock::InodeLock(int descriptor, File file) : m_descriptor(descriptor), m_file(std::move(file))
{ }

InodeLock::~InodeLock() = default;

} // namespace hub
