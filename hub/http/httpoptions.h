// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/http/httplimits.h"
#include "hub/http/streamtransport.h"

#include <QStringList>

namespace hub {

/// How an HttpServer behaves; fixed for its life.
struct HttpOptions
{
    HttpLimits limits;
    QStringList trustedHosts; ///< Names besides the loopback ones, exact or `*.example.org`.
    QStringList corsOrigins; ///< Web pages that may use the hub: `https://app.example.org`.
    StreamTransport streamTransport = defaultStreamTransport;
};

} // namespace hub
