// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/base/result.h"

#include <QtGlobal>

namespace hub {

/// How many descriptors this process may open.
struct DescriptorLimit
{
    qint64 before = 0;
    qint64 now = 0;
};

/// Raises the soft limit of open descriptors to the hard one, for the whole process. `refused`,
/// with the reason, when the system does not.
Result<DescriptorLimit> raiseDescriptorLimit();

/// The same, and says the outcome in the log.
void raiseDescriptorLimitLogged();

} // namespace hub
