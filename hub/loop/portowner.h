// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>
#include <QtGlobal>

namespace hub {

/// Who listens on a TCP port of this machine, as "heliographd (process 4711)", for an error
/// message. Empty when it cannot be told: another user's process, or a system without /proc. Reads
/// much of /proc; for start-up only.
QString portOwner(quint16 port);

} // namespace hub
