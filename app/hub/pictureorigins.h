// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/base/result.h"

#include <QByteArrayList>
#include <QStringList>

namespace app {

/// Parses origins like `https://cdn.example.org` and `http://127.0.0.1:9000` for a content security
/// policy. Returns them encoded. An Error `bad_config` names a text that is no origin, or the limit
/// of 64 origins.
hub::Result<QByteArrayList> pictureOriginsOf(const QStringList &texts);

} // namespace app
