// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/http/httplimits.h"
#include "hub/http/originpolicy.h"
#include "hub/http/proxytrust.h"
#include "hub/net/netcontext.h"

namespace hub {

/// How an HttpServer behaves. Everything but the transport may change while it runs.
struct HttpOptions
{
    NetOptions net;
    HttpLimits limits;
    OriginPolicy origins;
    ProxyTrust proxies;
};

} // namespace hub
