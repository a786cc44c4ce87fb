// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/hub/config.h"

namespace app {

/// Returns warnings about secret files that users other than their owner may read or change. Checks
/// the secret files of sources, `auth.hs_secret_file`, the TLS key, and key files with a private or
/// symmetric key. Each warning names the configuration key and the file, but never the content.
/// Skips systemd's credentials folder: systemd protects it, whatever the modes of its files. Blocks
/// on the file system.
QStringList exposedSecrets(const Config &config);

} // namespace app
