// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>
#include <QtGlobal>

namespace hub {

/// Returns which process listens on a TCP port of this machine, such as "heliographd (process
/// 4711)", for an error message. Returns nothing when it is unknown: the process belongs to another
/// user, or the system is not Linux. Reads much of /proc, so call it only at start-up.
QString portOwner(quint16 port);

} // namespace hub
