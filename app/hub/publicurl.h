// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/base/result.h"

#include <QByteArray>
#include <QString>

namespace app {

/// Parses the public URL of the hub. Returns it encoded and without a slash at the end:
/// `https://hub.example.org/hub` for `https://hub.example.org/hub/`. Returns an empty text for an
/// empty text. An Error `bad_config` says what the URL must be.
hub::Result<QByteArray> publicUrlOf(const QString &text);

} // namespace app
