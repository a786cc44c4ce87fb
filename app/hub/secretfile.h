// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/base/result.h"

#include <QByteArray>
#include <QString>

namespace app {

/// Reads a secret: the bytes of a file without one end of line, at most 4 KiB. An Error
/// `bad_config` names the file, but never its content.
hub::Result<QByteArray> readSecretFile(const QString &path);

} // namespace app
