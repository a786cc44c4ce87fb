// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/hub/config.h"

namespace app {

/// Warnings about files with secrets that users other than their owner may read or change: secrets
/// of sources and of tokens, the TLS key, and key files with a private or symmetric key in them.
/// Each names the configuration key and the file, never what is in it. Files in the folder of
/// systemd's credentials are left out: that folder is closed, and the modes in it say little.
/// Blocks for as long as the file system takes.
QStringList exposedSecrets(const Config &config);

} // namespace app
