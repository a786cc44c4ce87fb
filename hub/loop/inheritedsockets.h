// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/base/result.h"
#include "hub/loop/uniquefd.h"

#include <vector>

namespace hub {

/// Returns the listening sockets that a service manager opened for this process (sd_listen_fds(3)).
/// They are the `LISTEN_FDS` descriptors from 3 on, if `LISTEN_PID` is this process. Removes the
/// variables `LISTEN_*` from the environment, so a second call finds no sockets.
///
/// The error `bad_activation` means that there are no sockets, that there are more than 64, or that
/// one is not a listening TCP socket. In the last case all of them are closed.
/// Systems other than Linux always return it.
Result<std::vector<UniqueFd>> takeInheritedSockets();

} // namespace hub
