// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtGlobal>

namespace hub {

/// Closes the sending direction of a connection; the receiving direction stays open. Returns false
/// where the system is not known to have that: Qt does not.
bool shutdownWrites(qintptr descriptor);

} // namespace hub
