// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/base/result.h"

#include <QByteArray>
#include <QString>

namespace app {

/// The secret that a file holds: its bytes without one end of line, at most 4 KiB. An Error
/// (`bad_config`) names the file, never what is in it.
hub::Result<QByteArray> readSecretFile(const QString &path);

} // namespace app
