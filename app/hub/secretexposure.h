// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/hub/config.h"

namespace app {

/// Returns warnings about secret files that users other than their owner may read or change. Checks
/// the secrets of sources and tokens, the TLS key, and key files with a private or symmetric key.
/// Each warning names the configuration key and the file, but never the content. Skips systemd's
/// credentials folder, because it is protected and the modes in it say little. Blocks on the file
/// system.
QStringList exposedSecrets(const Config &config);

} // namespace app
