// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/base/result.h"

#include <QLockFile>

#include <memory>

namespace hub {

/// Keeps other hubs away from the database at `path`, with a lock file beside it, for as long as
/// the result lives. The error names the process that has it.
Result<std::unique_ptr<QLockFile>> lockStore(const QString &path);

} // namespace hub
