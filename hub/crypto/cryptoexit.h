// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace hub {

/// Leaves the memory of OpenSSL to the system when the process ends. Otherwise OpenSSL frees it in
/// a handler of exit(), and a thread that still ends then uses freed memory: QThread::wait()
/// returns before the thread of a QNetworkAccessManager has given back what OpenSSL keeps for it.
/// Call it first in main(), before anything uses OpenSSL.
void keepCryptoAtExit();

} // namespace hub
