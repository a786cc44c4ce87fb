// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/base/result.h"
#include "hub/loop/uniquefd.h"

#include <vector>

namespace hub {

/// The listening sockets that a service manager opened for this process (sd_listen_fds(3)):
/// `LISTEN_FDS` of them from descriptor 3 on, if `LISTEN_PID` is this process. Takes them and both
/// variables, so a second call finds none. An Error (`bad_activation`) when there are none, or one
/// is no listening TCP socket; all are closed then.
Result<std::vector<UniqueFd>> takeInheritedSockets();

} // namespace hub
