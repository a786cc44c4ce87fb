// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/base/result.h"

#include <QtGlobal>

namespace hub {

/// The soft limit of open descriptors of this process, before and after the change. An unlimited
/// value is the largest qint64.
struct DescriptorLimit
{
    qint64 before = 0;
    qint64 now = 0;
};

/// Raises the soft limit of open descriptors to the hard limit, for the whole process. The error
/// `refused` holds the system's reason; `unknown_system` means that the limit is not known.
Result<DescriptorLimit> raiseDescriptorLimit();

/// Calls raiseDescriptorLimit() and logs the outcome. Logs nothing on an unknown system.
void raiseDescriptorLimitLogged();

} // namespace hub
