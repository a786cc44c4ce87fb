// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/base/result.h"

#include <QByteArray>
#include <QString>

namespace app {

/// The address by which others reach the hub, as their requests spell it and without a slash at the
/// end: `https://hub.example.org/hub` of `https://hub.example.org/hub/`. Empty for an empty text.
/// An Error (`bad_config`) says what it has to be.
hub::Result<QByteArray> publicUrlOf(const QString &text);

} // namespace app
