// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/hub/config.h"
#include "hub/base/result.h"

#include <QStringList>
#include <QUrl>

namespace hub {
class HttpServer;
}

namespace app {

struct Config;

/// Listens on all `addresses` and logs each one. Returns the URL of the first one, or the first
/// error.
hub::Result<QUrl> listenAt(hub::HttpServer &server, const Config &config,
                           const QStringList &addresses);

} // namespace app
