// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/base/result.h"

#include <QString>

namespace app {

/// Returns the folder of `--portable` for a program in `programFolder`: `heliograph-data` beside
/// the program, or beside its folder if that is named `bin`.
QString portableFolder(const QString &programFolder);

/// Creates the folder, readable by its owner only, if it does not exist. The error is
/// `not_writable`.
hub::Result<void> preparePortableFolder(const QString &folder);

} // namespace app
